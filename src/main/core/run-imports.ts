/** Carries out an import beside the trade: small commands, and between any two of them the counter has its turn (DESIGN §5). */
import { setImmediate as turn } from 'node:timers/promises'
import type { Core, OpenShop } from '../api/call.ts'
import { perform } from '../api/transaction.ts'
import type { Actor, CommandContext, Refs } from '../domain/context.ts'
import { carryOutImport } from '../domain/imports/carry-out-commands.ts'
import { endImport, failImport } from '../domain/imports/commands.ts'
import { latestJob, runningJob, type Job } from '../domain/imports/queries.ts'
import { actorByStaff } from '../domain/staff/queries.ts'
import { entriesOf } from '../importing/plan-file.ts'
import type { PlanEntry } from '../importing/plan.ts'

/** Of the 10 that a command may hold the writer's thread; how long the disk then takes, smaller commands do not change. */
const AIM_MS = 9
const FIRST_LINES = 4
const MOST_LINES = 200 // one document of opening stock at most
/** Then the log is copied while nothing is added to it: else it would be copied by a commit, before the counter's eyes. */
const LINES_BETWEEN_COPIES = 2_000

export interface ImportRunner {
  readonly wake: () => void
  /** Resolves when the command at work has ended. */
  stop(): Promise<void>
}

type Host = Pick<Core, 'clock' | 'ids' | 'log'> & { readonly copyLog: () => Promise<void> }

export function runImports(host: Host, opened: () => OpenShop): ImportRunner {
  const state = { stopped: false, awake: false }
  let working: Promise<void> | undefined

  async function work(): Promise<void> {
    while (state.awake && !state.stopped) {
      state.awake = false
      const job = runningJob(opened().writer.db)
      if (job) await carryOut(host, opened(), job, isStopped)
      if (!isStopped()) tidy(opened())
    }
  }
  const isStopped = () => state.stopped

  return {
    wake: () => {
      state.awake = true
      working ??= work()
        .catch((error: unknown) => {
          const kind = error instanceof Error ? (error.stack ?? error.message) : 'unknown'
          host.log.error({ kind }, 'an import could not go on')
        })
        .finally(() => (working = undefined))
    },
    stop: async () => {
      state.stopped = true
      await working
    },
  }
}

/** Only the newest import can still need its file. */
function tidy({ writer, imports: { uploads } }: OpenShop): void {
  const job = latestJob(writer.db)
  const isNeeded = job && job.state !== 'done' && job.state !== 'cancelled'
  uploads.keepOnly(isNeeded ? [job.uid] : [])
}

async function carryOut(host: Host, opened: OpenShop, job: Job, stopped: () => boolean): Promise<void> {
  const actor = actorOf(opened, job)
  const run = (name: string, at: string, payload: object, work: (ctx: CommandContext) => Refs) => {
    const request = { requestId: `${job.uid}-${at}`, name, payload: JSON.stringify(payload), actor }
    perform(host, opened, request, { run: work, view: () => undefined })
  }
  const which = { importId: job.id }
  const pace = { lines: FIRST_LINES }
  let uncopied = 0
  try {
    let from = job.position
    for (const { entries, position } of steps(opened.imports.uploads.placeOf(job.uid).plan, from, pace)) {
      await turn()
      if (stopped() || runningJob(opened.writer.db)?.id !== job.id) return
      const step = { ...which, from, position, entries }
      run('importing.carryOut', String(position), { ...which, from, position }, (ctx) => {
        const begun = performance.now()
        const refs = carryOutImport(ctx, step)
        pace.lines = nextPace(pace.lines, performance.now() - begun)
        return refs
      })
      from = position
      uncopied += entries.length
      if (uncopied < LINES_BETWEEN_COPIES) continue
      uncopied = 0
      await host.copyLog().catch((error: unknown) => host.log.error({ kind: String(error) }, 'checkpoint failed'))
    }
    run('imports.end', 'end', which, (ctx) => endImport(ctx, which))
  } catch (error) {
    const kind = error instanceof Error ? error.stack : typeof error
    host.log.error({ kind }, 'an import stopped')
    run('imports.fail', `fail-${host.ids.uid(host.clock.now())}`, which, (ctx) => failImport(ctx, which))
  }
}

/** As many lines at a time as the writer carries out in the time that it has. */
function nextPace(lines: number, spentMs: number): number {
  return Math.min(MOST_LINES, lines * 2, Math.max(1, Math.floor((lines * AIM_MS) / Math.max(spentMs, 0.01))))
}

/** Who started it, even where they may sign in no more. */
function actorOf({ writer }: OpenShop, { staffId, device }: Job): Actor {
  return actorByStaff(writer.db, staffId, device) ?? { staffId, name: '', permissions: new Set(), device }
}

function* steps(plan: string, from: number, pace: { readonly lines: number }) {
  let entries: PlanEntry[] = []
  let position = from
  for (const { entry, next } of entriesOf(plan, from)) {
    entries.push(entry)
    position = next
    if (entries.length < pace.lines) continue
    yield { entries, position }
    entries = []
  }
  if (entries.length > 0) yield { entries, position }
}
