/** The demo shop: apart from any real one, and gone when it is left. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aCore, found, rid, type TestCore } from './a-core.ts'
import { direct, type Client } from './transports.ts'

/** In the demo shop, signed in as its owner. */
async function inDemo(core: TestCore): Promise<Client> {
  const client = direct(core)()
  const owner = await client.setup.openDemo({ requestId: rid(), setupCode: core.setupCode })
  await client.session.signIn({ requestId: rid(), ...owner })
  return client
}

test('it opens with the setup code alone, says what it is, and has trade of its own', async () => {
  const core = aCore()
  const stranger = direct(core)()
  await expect(stranger.setup.openDemo({ requestId: rid() })).rejects.toMatchObject({ code: 'SETUP_CODE_WRONG' })
  const client = await inDemo(core)
  expect(await client.setup.state({})).toMatchObject({ shop: 'open', name: '柜台示例店', demo: { name: '店主' } })
  expect((await client.documents.list({ kind: 'sale' })).rows.length).toBeGreaterThan(10)
  expect((await client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
  expect(readdirSync(core.folder)).not.toContain('shop.db')
  await expect(found(core)).rejects.toMatchObject({ code: 'SHOP_EXISTS' })
})

test('it goes on at the next start; left, nothing of it remains, and the real shop begins empty', async () => {
  const first = aCore()
  await first.openDemo()
  await first.close()
  const core = aCore(first.folder)
  expect(core.isDemo()).toBe(true)
  const client = direct(core)()
  await client.session.signIn({ requestId: rid(), ...(await client.setup.state({})).demo! })
  await client.setup.leaveDemo({ requestId: rid() })
  expect(existsSync(join(core.folder, 'demo'))).toBe(false)
  expect(await client.setup.state({})).toMatchObject({ shop: 'none', demo: null })

  await found(core)
  const owner = direct(core)()
  await owner.session.signIn({ requestId: rid(), name: '店主', password: 'a long password' })
  expect((await owner.products.list({})).rows).toEqual([])
  expect((await owner.documents.list({})).rows).toEqual([])
  expect((await owner.staff.list({})).length).toBe(1)
})

test('a real shop is never taken for it', async () => {
  const core = aCore()
  await found(core)
  const client = direct(core)()
  await client.session.signIn({ requestId: rid(), name: '店主', password: 'a long password' })
  await expect(client.setup.leaveDemo({ requestId: rid() })).rejects.toMatchObject({ code: 'NO_DEMO_SHOP' })
  await expect(client.setup.openDemo({ requestId: rid(), setupCode: core.setupCode })).rejects.toMatchObject({
    code: 'SHOP_EXISTS',
  })
  expect((await client.setup.state({})).demo).toBeNull()
})

test('beside a damaged shop it stays shut: what is wanted there is a backup', async () => {
  const first = aCore()
  await first.openDemo()
  await first.close()
  writeFileSync(join(first.folder, 'shop.db'), 'no shop at all')
  const core = aCore(first.folder)
  expect([core.opened(), core.isDemo()]).toEqual([null, false])
})
