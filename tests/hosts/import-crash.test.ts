/** An import that is killed again and again goes on each time, and everything is in once. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { startChild } from '../../src/main/testing/child.ts'
import { bringIn, ended, plan, start, upload } from '../../src/main/testing/importing.ts'
import { aCore, found, LAYOUT, OWNER, rid } from './a-core.ts'
import { bundled } from './bundled.ts'
import { direct } from './transports.ts'

const PRODUCTS = 3_000
const KILLS = 6
const FILE = Buffer.from(
  `货号,品名,库存,成本\n${Array.from({ length: PRODUCTS }, (_, at) => `P${at},商品${at},${(at % 5) + 1},2`).join('\n')}`,
)

test(`what was killed ${KILLS} times is imported once`, { timeout: 120_000 }, async () => {
  const folder = aFolder()
  const { core, client } = await opened(folder)
  const planned = await plan(client, await upload(client, 'products', FILE))
  await start(client, planned)
  await core.close()

  const importer = await bundled('importer')
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = startChild(importer, [folder, LAYOUT.migrations, LAYOUT.worker])
    await child.says(/carried out [1-9]/)
    child.process.kill('SIGKILL')
    expect(await child.ended, child.complaints()).toBe('SIGKILL')
  }

  const { client: after, core: last } = await opened(folder)
  const done = await ended(after, planned)
  expect(done).toMatchObject({ state: 'done', counts: { created: PRODUCTS, changed: 0, same: 0, refused: 0 } })
  const sqlite = last.opened()?.writer.sqlite
  const count = (sql: string) => sqlite?.prepare(sql).pluck().get()
  expect(count('SELECT count(*) FROM products')).toBe(PRODUCTS)
  expect(count('SELECT sum(on_hand) FROM stock_levels')).toBe(PRODUCTS * 3 * 1_000)
  expect(count('SELECT count(*) FROM stock_movements')).toBe(PRODUCTS)
  expect((await after.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
  expect((await bringIn(after, 'products', FILE)).counts).toMatchObject({ created: 0, same: PRODUCTS })
  await last.close()
  expect(existsSync(join(folder, 'imports')) ? readdirSync(join(folder, 'imports')) : []).toEqual([])
})

async function opened(folder: string) {
  const core = aCore(folder)
  if (!core.opened()) await found(core)
  const client = direct(core)()
  await client.session.signIn({ requestId: rid(), ...OWNER })
  return { core, client }
}
