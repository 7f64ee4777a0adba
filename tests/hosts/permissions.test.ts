/** Every procedure × every role: allowed or refused just as declared, and what a role may not see is absent. */
import { describe, expect, test } from 'vitest'
import { DEFAULT_ROLES, ROLE_KEYS, type Permission, type RoleKey } from '../../src/contract/permissions.ts'
import { aShop } from '../../src/main/testing/a-shop.ts'
import { aCore, found } from './a-core.ts'
import { aDayOfTrade, giveOneBack, sellTwo, type Known } from './a-day-of-trade.ts'
import { aHost, ask } from './a-host.ts'
import { callOf, outcomeOf, PROCEDURES } from './procedures.ts'
import type { Client } from './transports.ts'

/** What asking with an empty input comes to: permission is looked at before anything that was said. */
const asked = (client: Client, name: string) => outcomeOf(callOf(client, name)({}))

describe.each([...ROLE_KEYS, null])('as %s', (role) => {
  const shop = aShop()
  const client = role === null ? shop.clientAs(null) : shop.as(role)

  test.each(PROCEDURES)('$name', async ({ name, meta: { access } }) => {
    const outcome = await asked(client, name)
    if (mayCall(role, access)) expect(['FORBIDDEN', 'NOT_SIGNED_IN', 'UNEXPECTED']).not.toContain(outcome)
    else expect(outcome).toBe(role === null ? 'NOT_SIGNED_IN' : 'FORBIDDEN')
  })
})

function mayCall(role: RoleKey | null, access: Permission | 'public' | 'signedIn'): boolean {
  if (access === 'public') return true
  if (role === null) return false
  return access === 'signedIn' || DEFAULT_ROLES[role].includes(access)
}

test('a refusal says which permission was missing, and is kept in the audit line', async () => {
  const shop = aShop()
  const refused = shop.as('clerk').staff.list({})
  await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN', data: { permission: 'staff.manage' } })
  const [entry] = (await shop.client.audit.list({ limit: 1 })).rows
  expect(entry).toMatchObject({ name: 'staff.list', refused: 'FORBIDDEN' })
})

test('a role means what the owner made of it, from the next call on', async () => {
  const shop = aShop()
  const clerk = shop.as('clerk')
  expect(await asked(clerk, 'documents.list')).toBe('ok')
  const permissions = DEFAULT_ROLES.clerk.filter((name) => name !== 'documents.view')
  await shop.client.staff.updateRole({
    requestId: shop.rid(),
    role: 'clerk',
    permissions: [...permissions, 'audit.view'],
  })
  expect(await asked(clerk, 'documents.list')).toBe('FORBIDDEN')
  expect(await asked(clerk, 'audit.list')).toBe('ok')
})

test('over HTTP everything else answers 401 without sign-in, by both addresses', async () => {
  const core = aCore()
  await found(core)
  const host = await aHost(core)
  for (const { name, method, path, meta } of PROCEDURES) {
    const isPublic = meta.access === 'public'
    const headers = { origin: host.origin, 'content-type': 'application/json' }
    const rpc = await ask(host, `/rpc/${name.replace('.', '/')}`, { method: 'POST', headers, body: '{"json":{}}' })
    const address = `/api${path.replace(/\{\w+\}/g, '1')}`
    const api = await ask(host, address, { method, headers, ...(method === 'GET' ? {} : { body: '{}' }) })
    expect([name, rpc.status === 401, api.status === 401]).toEqual([name, !isPublic, !isPublic])
  }
})

describe('cost and profit', () => {
  const HIDDEN = ['cost', 'value', 'unitCost', 'profit']

  test('are in answers to the owner, and absent from those to a clerk', async () => {
    const shop = aShop()
    const inputs = await aDayOfTrade(shop.client)
    const ownerSaw = keysOf(await allAnswers(shop.client, inputs))
    expect(HIDDEN.filter((key) => ownerSaw.has(key))).toEqual(HIDDEN)
    const clerkSaw = keysOf(await allAnswers(shop.as('clerk'), inputs))
    expect(clerkSaw.has('lines')).toBe(true)
    expect(HIDDEN.filter((key) => clerkSaw.has(key))).toEqual([])
  })

  test('are absent from what a clerk has just done, too', async () => {
    const shop = aShop()
    const known = await aDayOfTrade(shop.client)
    const clerk = shop.as('clerk')
    const sold = await sellTwo(clerk, known)
    const back = await giveOneBack(clerk, { ...known, originalLineId: sold.lines[0]?.id ?? 0 })
    expect(HIDDEN.filter((key) => keysOf([sold, back]).has(key))).toEqual([])
  })
})

/** Whatever this client may read, about all that is known. */
async function allAnswers(client: Client, known: Known): Promise<unknown[]> {
  const answers: unknown[] = []
  for (const { name, meta, method, input } of PROCEDURES) {
    if (meta.kind !== 'query' || method !== 'GET') continue
    const fields = Object.fromEntries(
      Object.entries({ permission: 'sales.discount', ...known }).filter(([field]) => field in input.shape),
    )
    const lists = 'customerId' in input.shape && name.endsWith('.list') ? { ...fields, customerId: undefined } : fields
    await callOf(
      client,
      name,
    )(lists).then(
      (answer) => answers.push(answer),
      (error: unknown) =>
        expect(error, name).toMatchObject({ code: expect.stringMatching(/^(FORBIDDEN|SHOP_EXISTS)$/) }),
    )
  }
  return answers
}

function keysOf(answer: unknown): Set<string> {
  const keys = new Set<string>()
  JSON.stringify(answer, (key, inner: unknown) => {
    keys.add(key)
    return inner
  })
  return keys
}
