/** Whatever is sent to whichever procedure: a typed refusal or a plain success, never a 500, and a refusal changes nothing. */
import { setImmediate as aTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import type { z } from 'zod'
import { aCore, found, OWNER, rid, type TestCore } from './a-core.ts'
import { aDayOfTrade, type Known } from './a-day-of-trade.ts'
import { aHost, ask, askJson, type TestHost } from './a-host.ts'
import {
  BAD_VALUES,
  badInputs,
  FEW_BAD_VALUES,
  ODD_VALUES,
  TEN_MEGABYTES,
  validInput,
  type Named,
} from './bad-values.ts'
import { callOf, outcomeOf, PROCEDURES, type Procedure } from './procedures.ts'
import { direct, type Client } from './transports.ts'

afterEach(() => {
  expect(({} as { polluted?: unknown }).polluted, 'a prototype was polluted').toBeUndefined()
})

/** Wrong passwords and setup codes are counted: what they change is meant. */
const COUNTED = ['SIGN_IN_FAILED', 'PASSWORD_WRONG', 'PIN_WRONG', 'RECOVERY_FAILED']
/** Locking and signing out take the session away that the others need: they come last. */
const LAST = ['session.lock', 'session.signOut']
const IN_ORDER = PROCEDURES.toSorted((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name))

/** There is a shop already, and nobody is called as the generator says. */
const NEVER_CALLED_FOR = [
  'setup.snapshots',
  'setup.openShop',
  'setup.openDemo',
  'setup.leaveDemo',
  'setup.restore',
  'session.signIn',
  'session.changePassword',
  'session.setPin',
  'session.unlock',
  'session.switch',
  'session.authorize',
  'session.recover',
  'session.newRecoveryCode',
  'exchanges.exchange', // its two halves come to the same, and the generator pays something for nothing
  'drawer.open', // it is
  // No printer that is left.
  'printing.testPage',
  'printing.retry',
  'printing.reprint',
  'computer.choose', // there is no desktop
  // No file has come, so that nothing can be read of it.
  'imports.upload',
  'imports.read',
  'imports.plan',
  'imports.start',
]

type Send = (procedure: Procedure, input: unknown) => Promise<string>

async function walk(core: TestCore, known: Known, values: readonly Named[], send: Send): Promise<ReadonlySet<string>> {
  const sqlite = sqliteOf(core)
  const underway = sqlite.prepare(`SELECT 1 FROM print_jobs WHERE state IN ('waiting', 'printing')`)
  const wrong: string[] = []
  let before = digestOf(sqlite)
  const succeeded = new Set<string>()
  for (const procedure of IN_ORDER) {
    const allowed = ['ok', ...procedure.errors.filter((code) => code !== 'UNEXPECTED')]
    for (const [what, input] of badInputs(procedure.input, knownFor(procedure, known), values)) {
      const outcome = await send(procedure, fresh(input))
      if (outcome === 'ok') succeeded.add(procedure.name)
      // Papers go out by themselves, after what wanted them: until then the shop changes without a call.
      while (underway.get() !== undefined) await aTurn()
      const told = `${procedure.name}: ${what} → ${outcome}`
      if (!allowed.includes(outcome)) wrong.push(told)
      const after = digestOf(sqlite)
      if (outcome !== 'ok' && !COUNTED.includes(outcome) && after !== before)
        wrong.push(`${told}, and it changed the shop`)
      before = after
    }
  }
  expect({ wrong, unexpected: core.unexpected }).toEqual({ wrong: [], unexpected: [] })
  return succeeded
}

/** What is edited and archived is not what is sold, or nothing would be sold after it. */
function knownFor({ name }: Procedure, known: Known): Readonly<Record<string, unknown>> {
  const { toEdit, toCreate, toCorrect, toCollect, toPile, ...others } = known
  const [group = '', verb = ''] = name.split('.')
  const own = /^((products|customers|warehouses)\.(update|archive)|baskets\.remove)$/.test(name)
    ? toEdit
    : verb === 'create'
      ? toCreate
      : group === 'corrections'
        ? toCorrect
        : group === 'collections'
          ? toCollect
          : name === 'documents.papers'
            ? toPile
            : {}
  return { ...others, ...own, requestId: rid() }
}

/** Two wishes with one id are one wish: each gets its own, unless it is just the id that is bad. */
function fresh(input: unknown): unknown {
  const isOrdinary = typeof input === 'object' && input !== null && 'requestId' in input
  return isOrdinary && /^request-\d+$/.test(String(input.requestId)) ? { ...input, requestId: rid() } : input
}

test('directly', { timeout: 240_000 }, async () => {
  const { core, client, known } = await aBusyShop()
  const succeeded = await walk(core, known, [...BAD_VALUES, ...ODD_VALUES], ({ name }, input) =>
    outcomeOf(callOf(client, name)(input)),
  )
  // What was refused was refused for the one thing that was wrong with it.
  expect(PROCEDURES.map(({ name }) => name).filter((name) => !succeeded.has(name))).toEqual(NEVER_CALLED_FOR)
  core.clock.advance(60 * 60 * 1000) // wrong passwords were among it, and slow down the right one
  await client.session.signIn({ requestId: rid(), ...OWNER })
  expect((await client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
})

describe('over HTTP', () => {
  test('by RPC', { timeout: 240_000 }, async () => {
    const { core, known } = await aBusyShop()
    const host = await aHost(core)
    const cookie = await signIn(host)
    await walk(core, known, FEW_BAD_VALUES, async ({ name }, json) => {
      const answer = await askJson(host, `/rpc/${name.replace('.', '/')}`, { json }, { cookie })
      const { json: said } = answer.json() as { json?: { code?: string } }
      return answer.status === 200 ? 'ok' : (said?.code ?? answer.text)
    })
  })

  test('by the integration API', { timeout: 240_000 }, async () => {
    const { core, known } = await aBusyShop()
    const host = await aHost(core)
    const cookie = await signIn(host)
    const texts = FEW_BAD_VALUES.filter(([, value]) => typeof value === 'string' && value !== '')
    await walk(core, known, texts, async ({ method, path, input: schema }, input) => {
      const fields = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : { input }
      const answer = await sendAsRequest(host, { method, path, schema, fields, cookie })
      if (answer.status === 200) return 'ok'
      if (answer.status === 431) return 'INPUT_INVALID' // an address longer than any browser's
      const { code = answer.text } = answer.json() as { code?: string }
      return code === 'NOT_FOUND' || code === 'BAD_REQUEST' ? 'INPUT_INVALID' : code // no such address
    })
  })

  test('10 MB are refused before they are read as anything', async () => {
    const { core } = await aBusyShop()
    const host = await aHost(core)
    const cookie = await signIn(host)
    const before = digestOf(sqliteOf(core))
    for (const { name } of PROCEDURES) {
      const answer = await askJson(
        host,
        `/rpc/${name.replace('.', '/')}`,
        { json: { search: TEN_MEGABYTES } },
        { cookie },
      )
      expect(answer.status, name).toBe(413)
      expect(answer.json()).toMatchObject({ json: { code: 'PAYLOAD_TOO_LARGE' } })
    }
    expect(digestOf(sqliteOf(core))).toBe(before)
  })

  test('what only looks like RPC is refused', async () => {
    const { core } = await aBusyShop()
    const host = await aHost(core)
    const cookie = await signIn(host)
    const bodies = [
      'null',
      '5',
      '"text"',
      '[]',
      '{"json":{},"meta":5}',
      '{"json":{"requestId":"1"},"meta":[[1,"requestId"],[0,"requestId"]]}',
      '{"json":{},"meta":[[1,"__proto__","polluted"]]}',
      '{"json":{},"meta":[[99,"a","b"]]}',
      '{"json":{},"maps":[["json","a"]]}',
      `{"json":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    ]
    for (const body of bodies) {
      const headers = { origin: host.origin, 'content-type': 'application/json', cookie }
      const answer = await ask(host, '/rpc/settings/update', { method: 'POST', headers, body })
      expect([400, 422], body.slice(0, 80)).toContain(answer.status)
    }
    expect(core.unexpected).toEqual([])
  })
})

test('before there is a shop, too', async () => {
  const core = aCore()
  const client = direct(core)()
  for (const { name, input, errors, meta } of PROCEDURES) {
    if (meta.access !== 'public') continue
    const known = { requestId: rid(), setupCode: 'AAAAA-AAAAA' }
    for (const [what, bad] of badInputs(input, known, [...BAD_VALUES, ...ODD_VALUES])) {
      const outcome = await outcomeOf(callOf(client, name)(bad))
      expect(['ok', ...errors.filter((code) => code !== 'UNEXPECTED')], `${name}: ${what}`).toContain(outcome)
      expect(core.opened(), `${name}: ${what}`).toBeNull()
    }
  }
  expect(core.unexpected).toEqual([])
})

test('what the generator calls valid is accepted as such', () => {
  for (const { name, input } of PROCEDURES) {
    const parsed = input.safeParse(validInput(input, { requestId: rid(), timeZone: 'UTC', password: 'long enough' }))
    expect(parsed.error?.issues.filter(({ code }) => code === 'invalid_type') ?? [], name).toEqual([])
  }
})

async function aBusyShop(): Promise<{ core: TestCore; client: Client; known: Known }> {
  const core = aCore()
  await found(core)
  const client = direct(core)()
  await client.session.signIn({ requestId: rid(), ...OWNER })
  const known = await aDayOfTrade(client)
  const sums = { quantity: 1_000, amount: 1_000, expectedTotal: 1_000, saleDiscount: null }
  return { core, client, known: { ...known, ...sums, timeZone: 'UTC', password: 'long enough' } }
}

async function signIn(host: TestHost): Promise<string> {
  const { headers } = await askJson(host, '/api/session', { requestId: rid(), ...OWNER })
  return headers['set-cookie']?.[0]?.split(';', 1)[0] ?? ''
}

interface Sent {
  readonly method: string
  readonly path: string
  readonly schema: z.ZodObject
  readonly fields: Readonly<Record<string, unknown>>
  readonly cookie: string
}

function sendAsRequest(host: TestHost, { method, path, fields, cookie }: Sent) {
  const left = new Map(Object.entries(fields))
  const address = `/api${path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(asText(left.get(name)))
    left.delete(name)
    return value
  })}`
  const headers = { origin: host.origin, cookie }
  if (method !== 'GET') {
    const body = JSON.stringify(Object.fromEntries(left))
    return ask(host, address, { method, headers: { ...headers, 'content-type': 'application/json' }, body })
  }
  const query = new URLSearchParams([...left].map(([name, value]) => [name, asText(value)]))
  return ask(host, `${address}?${query.toString()}`, { headers })
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value ?? '')

function sqliteOf(core: TestCore): Database.Database {
  const opened = core.opened()
  if (!opened) throw new Error('no shop is open')
  return opened.writer.sqlite
}

/** How many rows each table has, and whether anything at all was committed since: a refusal leaves no change of any kind. */
function digestOf(sqlite: Database.Database): string {
  return JSON.stringify([countsOf(sqlite).all(), watcherOf(sqlite).pragma('data_version', { simple: true })])
}

const watchers = new WeakMap<Database.Database, Database.Database>()
/** Another connection to the same file: its `data_version` moves with every commit of the shop's own. */
function watcherOf(sqlite: Database.Database): Database.Database {
  const known = watchers.get(sqlite) ?? new Database(sqlite.name, { readonly: true })
  if (!watchers.has(sqlite)) onTestFinished(() => void known.close())
  watchers.set(sqlite, known)
  return known
}

const counts = new WeakMap<Database.Database, Database.Statement>()
function countsOf(sqlite: Database.Database): Database.Statement {
  const known = counts.get(sqlite)
  if (known) return known
  const tables = sqlite
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
    .pluck()
    .all()
  const statement = sqlite
    .prepare(tables.map((table) => `SELECT '${table}', count(*) FROM "${table}"`).join(' UNION ALL '))
    .raw()
  counts.set(sqlite, statement)
  return statement
}
