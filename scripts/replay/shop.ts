/** The shop that is replayed into: the whole core in this process, asked through the contract, with a clock that is set. */
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { Id, Time } from '../../src/contract/values.ts'
import type { Core, Log, OpenShop } from '../../src/main/api/call.ts'
import { router } from '../../src/main/api/router.ts'
import { openCore } from '../../src/main/core/core.ts'
import { layoutBeside } from '../../src/main/core/layout.ts'
import { openLog } from '../../src/main/core/log.ts'
import { shopFolder } from '../../src/main/database/folder.ts'
import { root } from '../setup/paths.js'
import { ReplayFailure } from './failure.ts'
import { momentOf } from './local-time.ts'
import type { SourceDocument } from './source.ts'

/** Under which the documents of the file are known in the shop. */
export const CHANNEL = 'online-retail'
export const OWNER = 'Owner'
const DEVICE = 'replay'
const CURRENCY = 'GBP'
const TIME_ZONE = 'Europe/London'
const AN_HOUR = 60 * 60 * 1000

export type Client = ReturnType<typeof clientOf>

export interface ReplayShop {
  readonly client: Client
  readonly opened: OpenShop
  /** What the owner signs in with, where the shop was founded just now. */
  readonly password: string | null
  setClock(time: Time): void
  close(): Promise<void>
}

/** The hour before the first document, when the shop is set up. */
export function momentBefore(documents: readonly SourceDocument[], timeZone = TIME_ZONE): Time {
  const times = documents.map(({ localTime }) => localTime)
  const first = times.reduce((earliest, time) => (time < earliest ? time : earliest), times[0] ?? '2010-12-01 08:00:00')
  return (momentOf(first, timeZone) - AN_HOUR) as Time
}

/** Opens the shop in `folder`, or founds one there where there is none. */
export async function openReplayShop(folder: string, foundedAt: Time, faults: object[]): Promise<ReplayShop> {
  let now = foundedAt
  const fileLog = openLog(shopFolder(folder).logs)
  const log = keepingFaults(fileLog, faults)
  const layout = layoutBeside(join(root, 'src', 'main', 'serve.ts'))
  const core = openCore({ folder, layout, log, clock: { now: () => now } })
  const close = async () => {
    await core.close()
    await fileLog.close()
  }
  try {
    const password = core.opened() ? null : await found(core)
    const opened = core.opened()
    if (!opened) throw new ReplayFailure(`the shop in ${folder} does not open`)
    mustSuit(opened)
    return { client: clientOf(core, ownerOf(opened)), opened, password, setClock: (time) => (now = time), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The same wish has the same name in every run, so that the shop knows it again. */
export function requestIdOf(...words: readonly (string | number)[]): string {
  return `replay-${createHash('sha256').update(JSON.stringify(words)).digest('base64url')}`
}

/** What was unforeseen stands in the shop's log; its cause is wanted here too. */
function keepingFaults(log: Log, faults: object[]): Log {
  return {
    info: (facts, message) => log.info(facts, message),
    error: (facts, message) => {
      faults.push(facts)
      log.error(facts, message)
    },
  }
}

async function found(core: Core): Promise<string> {
  const password = randomBytes(9).toString('base64url')
  const requestId = requestIdOf('found')
  const names = { shopName: 'Online Retail', ownerName: OWNER, trade: 'general' }
  await core.createShop({ requestId, password, ...names, currency: CURRENCY, timeZone: TIME_ZONE }, DEVICE)
  return password
}

function mustSuit(opened: OpenShop): void {
  const { currency } = opened.shop()
  if (currency !== CURRENCY) throw new ReplayFailure(`this shop trades in ${currency}, the file is in ${CURRENCY}`)
}

function ownerOf({ writer }: OpenShop): Id {
  const query = `SELECT id FROM staff WHERE role = 'owner' AND archived_at IS NULL ORDER BY id`
  const found = writer.sqlite.prepare<[], Id>(query).pluck().get()
  if (found === undefined) throw new ReplayFailure('this shop has no owner')
  return found
}

function clientOf(core: Core, staffId: Id) {
  const connection = { device: DEVICE, needsSetupCode: false, credential: () => ({ staffId }), keep: () => undefined }
  return createRouterClient(router, { context: { core, connection } })
}
