import { randomBytes } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aShop, clientOf, connectionAs, type TestShop } from '../../testing/a-shop.ts'
import { hashPassword } from './passwords.ts'
import { newRecoveryCode, plainCode } from './recovery-code.ts'

const PASSWORD = 'long enough'
const CODE = 'ABCDE-FGHJK-LMNPQ-RSTUV'
let passwordHash: string
let recoveryHash: string
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD, randomBytes)
  recoveryHash = await hashPassword(plainCode(CODE), randomBytes)
})

let shop: TestShop
let front: TestShop['client']
beforeEach(() => {
  shop = aShop()
  shop.sqlite.prepare('update staff set password_hash = ?, recovery_hash = ?').run(passwordHash, recoveryHash)
  front = clientOf(shop.core, connectionAs(null))
})

const recover = (recoveryCode: string, name = '店主') =>
  front.session.recover({ name, recoveryCode, password: 'brand new one', requestId: shop.rid() })
const signIn = (password: string) => front.session.signIn({ name: '店主', password, requestId: shop.rid() })

test('a code is four groups that cannot be misread, and different each time', () => {
  const code = newRecoveryCode(randomBytes)
  expect(code).toMatch(/^([A-HJ-NP-Z2-9]{5}-){3}[A-HJ-NP-Z2-9]{5}$/)
  expect(newRecoveryCode(randomBytes)).not.toBe(code)
})

test('the code on paper gives the owner a new password, however it is typed', async () => {
  await signIn(PASSWORD)
  const { recoveryCode } = await recover(' abcde ｆｇｈｊｋ lmnpq rstuv ')
  expect(recoveryCode).not.toBe(CODE)
  expect(await front.session.current({})).toBeNull()
  await expect(signIn(PASSWORD)).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
  await signIn('brand new one')
  const { rows } = await shop.client.audit.list({})
  expect(rows.find(({ name }) => name === 'session.recover')).toMatchObject({ staffName: '店主', refused: null })
  const payloads = JSON.stringify(shop.rows('select payload from command_payloads'))
  for (const secret of ['rstuv', 'brand new', recoveryCode]) expect(payloads).not.toContain(secret)
})

test('a code works once; the one that was shown takes its place', async () => {
  const { recoveryCode } = await recover(CODE)
  await expect(recover(CODE)).rejects.toMatchObject({ code: 'RECOVERY_FAILED' })
  expect(await recover(recoveryCode)).not.toEqual({ recoveryCode })
})

test('two who use one code at once do not both get in', async () => {
  const outcomes = await Promise.allSettled([recover(CODE), recover(CODE)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a wrong code and a name without one are refused alike, recorded, and slow down', async () => {
  await shop.client.staff.create({ name: '小林', role: 'clerk', password: 'long enough', requestId: shop.rid() })
  for (const name of ['店主', '小林', 'nobody']) {
    await expect(recover('AAAAA', name)).rejects.toMatchObject({ code: 'RECOVERY_FAILED', data: {} })
  }
  for (let tries = 1; tries < 5; tries += 1) {
    await expect(recover('AAAAA')).rejects.toMatchObject({ code: 'RECOVERY_FAILED' })
  }
  await expect(recover(CODE)).rejects.toMatchObject({ code: 'SIGN_IN_SLOWED', data: { seconds: 2 } })
  await signIn(PASSWORD)
  shop.clock.advance(2_000)
  await recover(CODE)
  expect(shop.rows('select * from sign_in_failures')).toMatchObject([{}, {}])
})

test('the owner makes a new code with the password, and the old one is void', async () => {
  await signIn(PASSWORD)
  const make = (current: string) => front.session.newRecoveryCode({ current, requestId: shop.rid() })
  await expect(make('wrong')).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
  const { recoveryCode } = await make(PASSWORD)
  await expect(recover(CODE)).rejects.toMatchObject({ code: 'RECOVERY_FAILED' })
  await recover(recoveryCode)
})
