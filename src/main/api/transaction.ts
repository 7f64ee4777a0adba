/** One command, one transaction: all of it happened and is on disk, or none of it (DESIGN §1). */
import type { Id } from '../../contract/values.ts'
import type { ErrorCode } from '../../contract/errors.ts'
import { commandOf, inputHashOf, recordCommand, type EarlierCommand } from '../domain/audit/commands.ts'
import { businessDayOf } from '../domain/business-day.ts'
import type { Actor, Clock, CommandContext, Ids, ReadContext, Refs } from '../domain/context.ts'
import { refuse } from '../domain/errors.ts'
import type { OpenShop } from './call.ts'

export interface Request {
  readonly requestId: string
  readonly name: string
  /** The input without its secrets, as it is recorded. */
  readonly payload: string
  readonly actor: Actor
}

export interface Work<O> {
  /** Changes the shop and says what it touched. */
  run(ctx: CommandContext): Refs
  /** Reads the result by what was touched; a repeated request comes here alone. */
  view(ctx: ReadContext, refs: Refs): O
}

export function perform<O>(host: { clock: Clock; ids: Ids }, opened: OpenShop, request: Request, work: Work<O>): O {
  const effects: (() => void)[] = []
  const ctx = commandContext(host, opened, request.actor, (effect) => effects.push(effect))
  const { result, change } = inTransaction(opened, () => {
    const earlier = earlierRefs(opened, request)
    if (earlier) return { result: work.view(ctx, earlier), change: null }
    const { actor, ...line } = request
    const refs = withApprover(work.run(ctx), actor)
    const seq = recordCommand(ctx.db, host.ids, {
      ...line,
      actor: actor.staffId,
      device: actor.device,
      refs,
      refused: null,
      recordedAt: ctx.now,
      businessDay: ctx.businessDay,
    })
    return { result: work.view(ctx, refs), change: { seq, name: request.name, refs: { ...refs } } }
  })
  for (const effect of effects) effect()
  if (change) opened.announce(change)
  return result
}

/** What is nobody's truth yet: one small transaction, no line of the audit, and nobody is told. */
export function writeDraft<O>(
  host: { clock: Clock; ids: Ids },
  opened: OpenShop,
  actor: Actor,
  work: (ctx: CommandContext) => O,
): O {
  const effects: (() => void)[] = []
  const ctx = commandContext(host, opened, actor, (effect) => effects.push(effect))
  const result = inTransaction(opened, () => work(ctx))
  for (const effect of effects) effect()
  return result
}

/** Both are named: who did it, and who allowed it in place. */
function withApprover(refs: Refs, { authorisedBy }: Actor): Refs {
  return authorisedBy === undefined ? refs : { ...refs, authorisedBy }
}

/** A refusal that matters is kept, in a transaction of its own. */
export function recordRefusal(
  host: { clock: Clock; ids: Ids },
  opened: OpenShop,
  actor: Actor,
  name: string,
  code: ErrorCode,
): void {
  const ctx = commandContext(host, opened, actor, () => undefined)
  inTransaction(opened, () =>
    recordCommand(ctx.db, host.ids, {
      requestId: host.ids.uid(ctx.now),
      payload: '{}',
      actor: actor.staffId,
      device: actor.device,
      name,
      refs: {},
      refused: code,
      recordedAt: ctx.now,
      businessDay: ctx.businessDay,
    }),
  )
}

/** The shop's own bookkeeping, such as what became of a paper: nobody asked for it, so it leaves no line in the record. */
export function keepBooks<T>(host: { clock: Clock; ids: Ids }, opened: OpenShop, work: (ctx: CommandContext) => T): T {
  const nobody: Actor = { staffId: null, name: '', permissions: new Set(), device: '' }
  const ctx = commandContext(host, opened, nobody, () => undefined)
  return inTransaction(opened, () => work(ctx))
}

export function readContext(clock: Clock, opened: OpenShop, actor: Actor): ReadContext {
  const shop = opened.shop()
  const now = clock.now()
  const { timeZone, dayStartHour } = shop.profile
  return { db: opened.writer.db, actor, shop, now, businessDay: businessDayOf(now, timeZone, dayStartHour) }
}

function commandContext(
  { clock, ids }: { clock: Clock; ids: Ids },
  opened: OpenShop,
  actor: Actor,
  after: CommandContext['after'],
): CommandContext {
  return {
    ...readContext(clock, opened, actor),
    db: opened.writer.db,
    ids,
    after,
    wakePrinters: () => opened.printers.wake(),
  }
}

/** The input as it is recorded: all but its request id and secrets. */
export function recordedInput(input: unknown, secrets: readonly string[]): string {
  return JSON.stringify(input, (key, value: unknown) =>
    key === 'requestId' || secrets.includes(key) ? undefined : value,
  )
}

/** What an earlier command under this request id touched; another wish under it is refused. */
export function earlierRefs({ writer }: OpenShop, request: Request): Refs | null {
  const earlier = commandOf(writer.db, request.requestId)
  return earlier ? sameWish(earlier, request).refs : null
}

function sameWish(earlier: EarlierCommand, request: Request): EarlierCommand {
  const sameActor = earlier.actor === (request.actor.staffId satisfies Id | null)
  const sameInput = earlier.inputHash.equals(inputHashOf(request.name, request.payload))
  if (!sameActor || !sameInput || earlier.refused !== null) refuse('REQUEST_REUSED')
  return earlier
}

function inTransaction<T>({ writer }: OpenShop, work: () => T): T {
  const { sqlite } = writer
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    sqlite.exec('COMMIT')
    return result
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw error
  }
}
