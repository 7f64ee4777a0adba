import { command, preparedCommand, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { readContext } from '../../api/transaction.ts'
import { refuse } from '../errors.ts'
import { beginImport, cancelImport, startImport, storePlan, storeSheet } from './commands.ts'
import { mustHaveFile, planUpload, readUpload, receivePiece } from './prepare.ts'
import { getImport, importByRefs, latestImport, refusedRows } from './queries.ts'

export const imports = {
  latest: api.imports.latest.handler(query(latestImport)),
  get: api.imports.get.handler(query(getImport)),
  refused: api.imports.refused.handler(query(refusedRows)),
  begin: api.imports.begin.handler(command(beginImport, importByRefs)),
  upload: api.imports.upload.handler(({ context, input }) => {
    const opened = context.opened ?? refuse('SHOP_NOT_OPEN')
    return receivePiece({ read: readContext(context.core.clock, opened, context.actor), opened }, input)
  }),
  read: api.imports.read.handler(
    preparedCommand(readUpload, (ctx, { importId }, sheet) => storeSheet(ctx, importId, sheet), importByRefs),
  ),
  plan: api.imports.plan.handler(
    preparedCommand(planUpload, (ctx, input, planned) => storePlan(ctx, { ...input, ...planned }), importByRefs),
  ),
  start: api.imports.start.handler((call) => {
    mustHaveFile(call.context, call.input)
    const started = command(startImport, importByRefs)(call)
    call.context.opened?.imports.wake()
    return started
  }),
  cancel: api.imports.cancel.handler((call) => {
    const cancelled = command(cancelImport, importByRefs)(call)
    call.context.opened?.imports.wake()
    return cancelled
  }),
}
