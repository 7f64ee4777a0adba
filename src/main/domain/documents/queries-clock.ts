/** Whether the computer's clock can be right: no document is issued before the last one was. */
import { sql } from 'drizzle-orm'
import type { Id, Time } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { clockConfirmedAt } from '../sensitive/queries.ts'
import { documents } from './tables.ts'

/** Clocks are set right by seconds all the time. */
const TOLERATED = 60_000

const last = prepared((db: ReadDb) =>
  db
    .select({ id: documents.id, recordedAt: documents.recordedAt })
    .from(documents)
    .where(sql`${documents.id} = (select max(id) from ${documents})`)
    .prepare(),
)

/** The last document, when it is later than now. */
export function documentAhead({ db, now }: Pick<ReadContext, 'db' | 'now'>): { id: Id; recordedAt: Time } | undefined {
  const found = last(db).get()
  return found && now < found.recordedAt - TOLERATED ? found : undefined
}

/** Refused until somebody confirms the clock; once a document has its time, that one is the last. */
export function mustHaveSoundClock(ctx: ReadContext): void {
  const ahead = documentAhead(ctx)
  if (!ahead) return
  const confirmed = clockConfirmedAt(ctx.db, ahead.id)
  if (confirmed === undefined || ctx.now < confirmed - TOLERATED) refuse('CLOCK_WENT_BACK', { last: ahead.recordedAt })
}
