/** What changed, as it changes, so that a screen refetches what it shows. Resumes after the last `seq` seen. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { stream } from './procedure.ts'

export const change = z.object({
  seq: z.int(),
  /** The command's name; its first word is the topic. */
  name: z.string(),
  refs: z.record(z.string(), z.union([z.int(), z.string()])),
})
export type Change = z.infer<typeof change>

export const live = {
  changes: stream('live.changes', { access: 'signedIn' })
    .route({ method: 'GET', path: '/changes' })
    .input(z.object({ since: z.int().min(0).optional() }))
    .output(eventIterator(change)),
}
