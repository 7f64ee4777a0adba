import { randomBytes } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aShop, clientOf, connectionAs, type TestShop } from '../../testing/a-shop.ts'
import { hashPassword } from './passwords.ts'

const PASSWORD = 'long enough'
const PIN = '2468'
let passwordHash: string
let pinHash: string
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD, randomBytes)
  pinHash = await hashPassword(PIN, randomBytes)
})

let shop: TestShop
beforeEach(() => {
  shop = aShop()
  shop.sqlite.prepare('update staff set password_hash = ?').run(passwordHash)
})

type Screen = Awaited<ReturnType<typeof signedIn>>

/** The owner, signed in at a screen of their own. */
async function signedIn() {
  const connection = connectionAs(null)
  const client = clientOf(shop.core, connection)
  await client.session.signIn({ name: '店主', password: PASSWORD, requestId: shop.rid() })
  return {
    connection,
    client,
    whoAmI: () => client.session.current({}),
    lock: () => client.session.lock({ requestId: shop.rid() }),
    unlock: (by: { pin?: string; password?: string }) => client.session.unlock({ ...by, requestId: shop.rid() }),
    switchTo: (staffId: number, pin = PIN) => client.session.switch({ staffId, pin, requestId: shop.rid() }),
  }
}

const givePin = (staffId: number) =>
  shop.sqlite.prepare('update staff set pin_hash = ? where id = ?').run(pinHash, staffId)

async function aClerk(): Promise<number> {
  const { id } = await shop.client.staff.create({
    name: '小林',
    role: 'clerk',
    password: 'another one',
    requestId: shop.rid(),
  })
  givePin(id)
  return id
}

const setPin = (screen: Screen, current: string, pin = PIN) =>
  screen.client.session.setPin({ current, pin, requestId: shop.rid() })

describe('a PIN', () => {
  test('of one’s own takes the password, and is kept as a hash only', async () => {
    const screen = await signedIn()
    await expect(setPin(screen, 'wrong password')).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
    expect(await screen.whoAmI()).toMatchObject({ hasPin: false })
    await setPin(screen, PASSWORD, '97531')
    expect(await screen.whoAmI()).toMatchObject({ hasPin: true })
    expect(String(shop.rows('select pin_hash from staff')[0]?.['pin_hash'])).toMatch(/^scrypt\$/)
    expect(JSON.stringify(shop.rows('select payload from command_payloads'))).not.toContain('97531')
  })

  test.each(['123', '123456789', '12a4', ''])('is four to eight digits, not %s', async (pin) => {
    await expect(setPin(await signedIn(), PASSWORD, pin)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  test('of others is given and taken away by who manages the staff, never above themselves', async () => {
    const clerk = await aClerk()
    const set = (as: TestShop['client'], staffId: number, pin: string | null) =>
      as.staff.setPin({ staffId, pin, requestId: shop.rid() })
    expect(await set(shop.client, clerk, '1357')).toMatchObject({ name: '小林', hasPin: true })
    expect(await set(shop.client, clerk, null)).toMatchObject({ hasPin: false })
    await expect(set(shop.as('clerk'), clerk, '1357')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const roles = await shop.client.staff.roles({})
    const permissions = [...(roles.find(({ key }) => key === 'manager')?.permissions ?? []), 'staff.manage' as const]
    await shop.client.staff.updateRole({ role: 'manager', permissions, requestId: shop.rid() })
    await expect(set(shop.as('manager'), shop.owner, '1357')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a locked session', () => {
  test('answers nothing but who it belongs to and the ways out', async () => {
    const screen = await signedIn()
    await screen.lock()
    await screen.lock()
    expect(await screen.whoAmI()).toMatchObject({ staffId: shop.owner, locked: true })
    await expect(screen.client.settings.get({})).rejects.toMatchObject({ code: 'LOCKED' })
    await expect(screen.client.live.changes({})).rejects.toMatchObject({ code: 'LOCKED' })
    const sale = screen.client.drawer.open({ float: 0 as never, requestId: shop.rid() })
    await expect(sale).rejects.toMatchObject({ code: 'LOCKED' })
    expect(await screen.client.session.people({})).toEqual([])
    expect(await (await signedIn()).whoAmI()).toMatchObject({ locked: false })
  })

  test('is unlocked by the PIN or the password of its person', async () => {
    const screen = await signedIn()
    await screen.lock()
    await expect(screen.unlock({ pin: PIN })).rejects.toMatchObject({ code: 'PIN_WRONG' })
    await expect(screen.unlock({})).rejects.toMatchObject({ code: 'PIN_WRONG' })
    await expect(screen.unlock({ password: 'wrong' })).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
    expect(await screen.unlock({ password: PASSWORD })).toMatchObject({ staffId: shop.owner, locked: false })
    givePin(shop.owner)
    await screen.lock()
    await expect(screen.unlock({ pin: '1111' })).rejects.toMatchObject({ code: 'PIN_WRONG' })
    expect(await screen.unlock({ pin: PIN })).toMatchObject({ locked: false })
    expect(await screen.client.settings.get({})).toMatchObject({ name: '小店' })
  })

  test('tells its stream no more', async () => {
    const screen = await signedIn()
    const stream = await screen.client.live.changes({})
    const next = stream.next()
    await screen.lock()
    await shop.client.drawer.open({ float: 0 as never, requestId: shop.rid() })
    expect(await next).toMatchObject({ done: true })
  })

  test('can be signed out', async () => {
    const screen = await signedIn()
    await screen.lock()
    await screen.client.session.signOut({ requestId: shop.rid() })
    expect(await screen.whoAmI()).toBeNull()
  })
})

describe('switching', () => {
  test('hands the device to another by name and PIN, and ends the session before', async () => {
    const clerk = await aClerk()
    const screen = await signedIn()
    const before = screen.connection.credential()
    await screen.lock()
    expect(await screen.client.session.people({})).toEqual([{ staffId: clerk, name: '小林' }])
    await expect(screen.switchTo(clerk, '1111')).rejects.toMatchObject({ code: 'PIN_WRONG' })
    expect(await screen.switchTo(clerk)).toMatchObject({ staffId: clerk, role: 'clerk', locked: false })
    expect(await screen.whoAmI()).toMatchObject({ name: '小林' })
    screen.connection.keep(before)
    expect(await screen.whoAmI()).toBeNull()
  })

  test('needs no lock, but a PIN, a person who works here, and somebody signed in', async () => {
    const clerk = await aClerk()
    const screen = await signedIn()
    await expect(screen.switchTo(shop.owner)).rejects.toMatchObject({ code: 'PIN_WRONG' })
    await expect(screen.switchTo(999)).rejects.toMatchObject({ code: 'PIN_WRONG' })
    const nobody = clientOf(shop.core, connectionAs(null))
    const asked = { staffId: clerk, pin: PIN, requestId: shop.rid() }
    await expect(nobody.session.switch(asked)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    await screen.switchTo(clerk)
    await shop.client.staff.update({
      staffId: clerk,
      name: '小林',
      role: 'clerk',
      archived: true,
      requestId: shop.rid(),
    })
    await expect((await signedIn()).switchTo(clerk)).rejects.toMatchObject({ code: 'PIN_WRONG' })
  })
})

test('wrong PINs slow down the person everywhere and the device for everyone, and are on record', async () => {
  const clerk = await aClerk()
  givePin(shop.owner)
  const [here, there] = [await signedIn(), await signedIn()]
  for (let tries = 0; tries < 5; tries += 1) {
    await expect(here.switchTo(clerk, '1111')).rejects.toMatchObject({ code: 'PIN_WRONG' })
  }
  const slowed = { code: 'SIGN_IN_SLOWED', data: { seconds: 2 } }
  await expect(there.switchTo(clerk)).rejects.toMatchObject(slowed)
  await expect(here.unlock({ pin: PIN })).rejects.toMatchObject(slowed)
  expect(await there.unlock({ pin: PIN })).toMatchObject({ staffId: shop.owner })
  expect(await here.unlock({ password: PASSWORD })).toMatchObject({ staffId: shop.owner })
  const { rows } = await shop.client.audit.list({})
  expect(rows.filter(({ refused }) => refused === 'PIN_WRONG')).toHaveLength(5)
  shop.clock.advance(2_000)
  expect(await here.switchTo(clerk)).toMatchObject({ staffId: clerk })
  expect(shop.rows('select * from sign_in_failures')).toEqual([])
})
