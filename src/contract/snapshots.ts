/** Copies of the whole shop, each opened and checked before it counts. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { command, query } from './procedure.ts'
import { snapshot } from './setup.ts'
import { requestId } from './values.ts'

export const snapshots = {
  list: query('snapshots.list', { access: 'backups.manage' })
    .route({ method: 'GET', path: '/snapshots' })
    .input(z.object({}))
    .output(z.array(snapshot)),
  take: command('snapshots.take', { access: 'backups.manage' })
    .route({ method: 'POST', path: '/snapshots' })
    .input(z.object({ requestId }))
    .output(snapshot)
    .errors(refusals('SNAPSHOT_DAMAGED', 'SNAPSHOT_NOT_FOUND')),
}
