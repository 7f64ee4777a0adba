import { beforeEach, describe, expect, test } from 'vitest'
import type { RoleKey } from '../../../contract/permissions.ts'
import { aShop, clientOf, connectionAs, type TestShop } from '../../testing/a-shop.ts'

let shop: TestShop
beforeEach(() => {
  shop = aShop()
})

type Client = TestShop['client']
const hire = (name: string, role: RoleKey = 'clerk', as: Client = shop.client) =>
  as.staff.create({ name, role, password: `password of ${name}`, requestId: shop.rid() })
const update = (
  staffId: number,
  over: { name?: string; role?: RoleKey; archived?: boolean },
  as: Client = shop.client,
) => as.staff.update({ name: 'Mei', role: 'clerk', archived: false, ...over, staffId, requestId: shop.rid() })

async function signedIn(name: string) {
  const connection = connectionAs(null)
  const client = clientOf(shop.core, connection)
  await client.session.signIn({ name, password: `password of ${name}`, requestId: shop.rid() })
  return client
}

/** A manager whom the owner trusts with the staff. */
async function aDeputy(): Promise<Client> {
  const roles = await shop.client.staff.roles({})
  const manager = roles.find(({ key }) => key === 'manager')?.permissions ?? []
  await shop.client.staff.updateRole({
    role: 'manager',
    permissions: [...manager, 'staff.manage'],
    requestId: shop.rid(),
  })
  return shop.as('manager')
}

describe('staff', () => {
  test('are hired with a role and a password of their own', async () => {
    const mei = await hire('Mei')
    expect(mei).toMatchObject({ name: 'Mei', role: 'clerk', archived: false })
    expect(await shop.client.staff.list({})).toMatchObject([{ name: '店主', role: 'owner' }, mei])
    expect(await (await signedIn('Mei')).session.current({})).toMatchObject({ name: 'Mei', role: 'clerk' })
    expect(JSON.stringify(shop.rows('select payload from command_payloads'))).not.toContain('password of')
  })

  test('have names of their own while they work here', async () => {
    const mei = await hire('Mei')
    await expect(hire('ＭＥＩ')).rejects.toMatchObject({ code: 'STAFF_NAME_TAKEN', data: { name: 'ＭＥＩ' } })
    await update(mei.id, { archived: true })
    const second = await hire('Mei')
    await expect(update(mei.id, {})).rejects.toMatchObject({ code: 'STAFF_NAME_TAKEN' })
    expect(await update(second.id, { name: 'mei' })).toMatchObject({ name: 'mei' })
    expect(await update(mei.id, { name: 'Mei the first' })).toMatchObject({ archived: false })
  })

  test('who leave are signed out at once and cannot come back', async () => {
    const mei = await hire('Mei')
    const screen = await signedIn('Mei')
    await update(mei.id, { archived: true })
    expect(await screen.session.current({})).toBeNull()
    await expect(signedIn('Mei')).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    expect(shop.rows('select * from sessions')).toEqual([])
  })

  test('whose password is set anew are signed out', async () => {
    const mei = await hire('Mei')
    const screen = await signedIn('Mei')
    await shop.client.staff.setPassword({ staffId: mei.id, password: 'something else', requestId: shop.rid() })
    expect(await screen.session.current({})).toBeNull()
    await expect(signedIn('Mei')).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
  })

  test('that are not there are not found', async () => {
    const refusal = { code: 'STAFF_NOT_FOUND' }
    await expect(update(99, {})).rejects.toMatchObject(refusal)
    const asked = { staffId: 99, password: 'something else', requestId: shop.rid() }
    await expect(shop.client.staff.setPassword(asked)).rejects.toMatchObject(refusal)
  })
})

describe('the owner', () => {
  test('stays, while there is no other', async () => {
    await expect(update(shop.owner, { role: 'manager' })).rejects.toMatchObject({ code: 'LAST_OWNER' })
    await expect(update(shop.owner, { role: 'owner', archived: true })).rejects.toMatchObject({ code: 'LAST_OWNER' })
    expect(await update(shop.owner, { role: 'owner', name: '老板' })).toMatchObject({ name: '老板' })
    const other = await hire('Mei', 'owner')
    await update(other.id, { role: 'owner', archived: true })
    await expect(update(shop.owner, { role: 'clerk' })).rejects.toMatchObject({ code: 'LAST_OWNER' })
    await update(other.id, { role: 'owner' })
    expect(await update(shop.owner, { name: '店主', role: 'clerk' })).toMatchObject({ role: 'clerk' })
  })

  test('keeps every permission', async () => {
    const narrowed = { role: 'owner' as const, permissions: [], requestId: shop.rid() }
    await expect(shop.client.staff.updateRole(narrowed)).rejects.toMatchObject({ code: 'OWNER_ROLE_FIXED' })
  })
})

describe('a role', () => {
  test('is what the owner makes it, from the next call on', async () => {
    const clerk = shop.as('clerk')
    await expect(clerk.audit.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const permissions = ['audit.view', 'sales.sell', 'audit.view'] as const
    const role = await shop.client.staff.updateRole({
      role: 'clerk',
      permissions: [...permissions],
      requestId: shop.rid(),
    })
    expect(role).toEqual({ key: 'clerk', permissions: ['sales.sell', 'audit.view'] })
    expect((await shop.client.staff.roles({})).map(({ key }) => key)).toEqual([
      'owner',
      'manager',
      'clerk',
      'bookkeeper',
    ])
    expect((await clerk.audit.list({})).rows).not.toEqual([])
    await expect(clerk.products.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('gives nobody a way to more than they may do themselves', async () => {
    const deputy = await aDeputy()
    const refusal = { code: 'FORBIDDEN' }
    await expect(hire('Mei', 'owner', deputy)).rejects.toMatchObject(refusal)
    await expect(update(shop.owner, { role: 'owner' }, deputy)).rejects.toMatchObject(refusal)
    const takeOver = { staffId: shop.owner, password: 'something else', requestId: shop.rid() }
    await expect(deputy.staff.setPassword(takeOver)).rejects.toMatchObject(refusal)
    const more = { role: 'clerk' as const, permissions: ['settings.edit' as const], requestId: shop.rid() }
    await expect(deputy.staff.updateRole(more)).rejects.toMatchObject(refusal)
    const mei = await hire('Mei', 'clerk', deputy)
    await expect(update(mei.id, { role: 'owner' }, deputy)).rejects.toMatchObject(refusal)
    expect(await update(mei.id, { role: 'manager' }, deputy)).toMatchObject({ role: 'manager' })
  })
})
