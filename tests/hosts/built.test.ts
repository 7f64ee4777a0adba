/** The host as it is shipped: built, with its threads. What the tests run from source can still be broken by bundling. */
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { utils, write, type BookType } from 'xlsx'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { startChild } from '../../src/main/testing/child.ts'
import { bringIn } from '../../src/main/testing/importing.ts'
import { OWNER, rid } from './a-core.ts'
import { withCookies, type Client } from './transports.ts'

const BUILT = new URL('../../out/main/', import.meta.url)

test('every script of the built host can be read by Node', () => {
  const scripts = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  expect(scripts).toContain(join('importing', 'worker.js'))
  const check = (name: string) => execFileSync(process.execPath, ['--check', name], { cwd: BUILT, stdio: 'pipe' })
  for (const name of scripts) expect(check(name).toString(), name).toBe('')
})

test('the built host founds a shop and brings in files of old systems', async () => {
  const child = startChild(new URL('serve.js', BUILT), ['--shop', join(aFolder(), 'shop'), '--port', '0'])
  const origin = (await child.says(/^Guitai: http/)).replace('Guitai: ', '').replace(/\/$/, '')
  const setupCode = (await child.says(/^Setup code: /)).replace('Setup code: ', '')
  const client = createORPCClient<Client>(new RPCLink({ url: `${origin}/rpc`, fetch: withCookies(origin) }))
  const { name, password } = OWNER
  const shop = { shopName: '小店', trade: 'tea', ownerName: name, password, setupCode } as const
  await client.setup.openShop({ requestId: rid(), ...shop })
  await client.session.signIn({ requestId: rid(), name, password })

  const files = [
    iconv.encode('货号,品名,零售价\r\nA1,龙井茶,128', 'gb18030'),
    asWorkbook('xlsx', 'A2', '普洱饼'),
    asWorkbook('biff8', 'A3', '大红袍'),
  ]
  for (const file of files) {
    expect(await bringIn(client, 'products', file)).toMatchObject({ state: 'done', counts: { created: 1, refused: 0 } })
  }
  const { rows } = await client.products.list({})
  expect(rows.map(({ title }) => title).toSorted()).toEqual(['大红袍', '普洱饼', '龙井茶'].toSorted())
})

function asWorkbook(bookType: BookType, code: string, title: string): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['货号', '品名', '零售价'],
      [code, title, '198'],
    ]),
    '商品',
  )
  return write(book, { type: 'buffer', bookType }) as Buffer
}
