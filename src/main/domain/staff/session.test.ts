import { randomBytes } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Connection } from '../../api/call.ts'
import { aShop, clientOf, connectionAs, type TestShop } from '../../testing/a-shop.ts'
import { hashPassword } from './passwords.ts'

const PASSWORD = 'long enough'
let passwordHash: string
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD, randomBytes)
})

let shop: TestShop
beforeEach(() => {
  shop = aShop()
  shop.sqlite.prepare('update staff set password_hash = ?').run(passwordHash)
})

/** Someone at a screen of their own, not yet signed in. */
function aScreen() {
  const connection = connectionAs(null)
  const client = clientOf(shop.core, connection)
  const signIn = (password = PASSWORD, name = '店主') =>
    client.session.signIn({ name, password, requestId: shop.rid() })
  return { connection, client, signIn, whoAmI: () => client.session.current({}) }
}

const tokenOf = (connection: Connection) => {
  const credential = connection.credential()
  return credential && 'token' in credential ? credential.token : ''
}
const MINUTE = 60_000

describe('signing in', () => {
  test('by name and password gives this connection a session', async () => {
    const screen = aScreen()
    expect(await screen.whoAmI()).toBeNull()
    const me = await screen.signIn()
    expect(me).toMatchObject({ staffId: shop.owner, name: '店主', role: 'owner' })
    expect(me.permissions).toContain('staff.manage')
    expect(await screen.whoAmI()).toEqual(me)
    expect(await aScreen().whoAmI()).toBeNull()
  })

  test('finds the name however it is typed', async () => {
    expect(await aScreen().signIn(PASSWORD, ' 店 主 ')).toMatchObject({ staffId: shop.owner })
  })

  test('stores only the hash of its token', async () => {
    const screen = aScreen()
    await screen.signIn()
    const token = tokenOf(screen.connection)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(shop.rows('select * from sessions'))).not.toContain(token)
    expect(JSON.stringify(shop.rows('select * from command_payloads'))).not.toMatch(/long enough/)
  })

  test('lasts thirty days', async () => {
    const screen = aScreen()
    await screen.signIn()
    shop.clock.advance(30 * 24 * 60 * MINUTE - 1)
    expect(await screen.whoAmI()).not.toBeNull()
    shop.clock.advance(1)
    expect(await screen.whoAmI()).toBeNull()
    await aScreen().signIn()
    expect(shop.rows('select * from sessions')).toHaveLength(1)
  })

  test('with a wrong password or a name that nobody has is refused alike, and recorded', async () => {
    const refusal = { code: 'SIGN_IN_FAILED', data: {} }
    await expect(aScreen().signIn('wrong password')).rejects.toMatchObject(refusal)
    await expect(aScreen().signIn(PASSWORD, 'nobody')).rejects.toMatchObject(refusal)
    const { rows } = await shop.client.audit.list({})
    expect(rows.slice(0, 2)).toMatchObject([
      { name: 'session.signIn', refused: 'SIGN_IN_FAILED' },
      { name: 'session.signIn', refused: 'SIGN_IN_FAILED' },
    ])
    await aScreen().signIn()
    const last = (await shop.client.audit.list({})).rows[0]
    expect(last).toMatchObject({ name: 'session.signIn', refused: null, staffName: '店主' })
  })

  test('slows down after five wrong tries, twice as long each time, and forgets them on success', async () => {
    const screen = aScreen()
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(screen.signIn('wrong password')).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    }
    for (const seconds of [2, 4, 8]) {
      await expect(screen.signIn()).rejects.toMatchObject({ code: 'SIGN_IN_SLOWED', data: { seconds } })
      shop.clock.advance(seconds * 1_000 - 1)
      await expect(screen.signIn()).rejects.toMatchObject({ code: 'SIGN_IN_SLOWED', data: { seconds: 1 } })
      shop.clock.advance(1)
      await expect(screen.signIn('wrong password')).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    }
    shop.clock.advance(5 * MINUTE)
    await screen.signIn()
    expect(shop.rows('select * from sign_in_failures')).toEqual([])
  })

  test('of one name does not slow another down, and waits five minutes at most', async () => {
    const insert = shop.sqlite.prepare('insert into sign_in_failures values (?, ?, ?)')
    insert.run('somebody', 1_000, shop.clock.now())
    await expect(aScreen().signIn('wrong', 'Somebody')).rejects.toMatchObject({ data: { seconds: 300 } })
    await aScreen().signIn()
    shop.clock.advance(-60 * MINUTE)
    await expect(aScreen().signIn('wrong', 'Somebody')).rejects.toMatchObject({ data: { seconds: 300 } })
  })

  test('many at once get no more tries than one after the other', async () => {
    const tries = Array.from({ length: 12 }, () => aScreen().signIn('wrong password'))
    const codes = (await Promise.allSettled(tries)).map((tried) =>
      tried.status === 'rejected' ? String(tried.reason) : '',
    )
    const failed = codes.filter((code) => code.includes('SIGN_IN_FAILED')).length
    expect(failed).toBeGreaterThanOrEqual(5)
    expect(failed).toBeLessThanOrEqual(6)
  })
})

describe('signing out', () => {
  test('ends this session and no other', async () => {
    const [here, there] = [aScreen(), aScreen()]
    await here.signIn()
    await there.signIn()
    const token = tokenOf(here.connection)
    await here.client.session.signOut({ requestId: shop.rid() })
    expect(here.connection.credential()).toBeNull()
    expect(await there.whoAmI()).not.toBeNull()
    here.connection.keep({ token })
    expect(await here.whoAmI()).toBeNull()
  })
})

describe('a new password', () => {
  test('needs the old one and signs out everywhere else', async () => {
    const [here, there] = [aScreen(), aScreen()]
    await here.signIn()
    await there.signIn()
    const change = (current: string) =>
      here.client.session.changePassword({ current, password: 'another one', requestId: shop.rid() })
    await expect(change('wrong password')).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
    expect(await change(PASSWORD)).toEqual({})
    expect(await here.whoAmI()).not.toBeNull()
    expect(await there.whoAmI()).toBeNull()
    await expect(there.signIn()).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    await there.signIn('another one')
  })

  test('cannot be had by guessing at a screen that was left open', async () => {
    const screen = aScreen()
    await screen.signIn()
    const change = (current: string) =>
      screen.client.session.changePassword({ current, password: 'another one', requestId: shop.rid() })
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(change('wrong password')).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
    }
    await expect(change(PASSWORD)).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
    shop.clock.advance(2_000)
    expect(await change(PASSWORD)).toEqual({})
  })
})
