import type { Time } from '../../contract/values.ts'
import { endDay } from '../domain/day-end/commands.ts'
import { dayEnd as dayEndOf } from '../domain/day-end/queries.ts'
import { printDayEnd } from '../domain/day-end/print-commands.ts'
import { jobByRefs } from '../domain/printing/queries.ts'
import { refuse } from '../domain/errors.ts'
import type { OpenShop } from './call.ts'
import { command, query } from './handlers.ts'
import { api } from './pipeline.ts'

/** Snapshots are files: only the host knows them. */
export const dayEnd = {
  get: api.dayEnd.get.handler((call) => query((ctx) => dayEndOf(ctx, lastSnapshotAt(call.context.opened)))(call)),
  confirm: api.dayEnd.confirm.handler((call) => {
    const at = lastSnapshotAt(call.context.opened)
    return command(
      (ctx) => endDay(ctx, at),
      (ctx) => dayEndOf(ctx, at),
    )(call)
  }),
  print: api.dayEnd.print.handler((call) => {
    const at = lastSnapshotAt(call.context.opened)
    return command((ctx) => printDayEnd(ctx, at), jobByRefs)(call)
  }),
}

function lastSnapshotAt(opened: OpenShop | null): Time | null {
  const times = (opened ?? refuse('SHOP_NOT_OPEN')).snapshots().map(({ takenAt }) => takenAt)
  return times.length === 0 ? null : (Math.max(...times) as Time)
}
