/** The list of shifts: by when they were opened, or by 长款 and 短款. */
import { eq, sql } from 'drizzle-orm'
import type { ShiftSort, ShiftView } from '../../../contract/drawer.ts'
import type { Order } from '../../../contract/paging.ts'
import type { ReadDb } from '../../database/connection.ts'
import { beyondEdge, byAge, edgeOf } from '../../database/by-age.ts'
import { LISTED_ID } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import { asListed, LISTED_KEY, sortedAlong, type Sorting } from '../../database/sorted.ts'
import type { ReadContext } from '../context.ts'
import { cursorId, pageFrom, sortCursor, sortCursorFrom } from '../cursor.ts'
import { shifts } from './tables.ts'
import { currentShift, shiftView } from './view-queries.ts'

interface ShiftFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly sort: ShiftSort
  readonly order: Order
}

const limit = sql.placeholder('limit')
/** Only a shift that is closed has it stored; of the open one, `open` says what is known of it. */
const difference = sql`iif(${shifts.closedAt} is null, cast(${sql.placeholder('open')} as integer), ${shifts.counted} - ${shifts.expected})`

const statements = prepared((db: ReadDb) => {
  const byTime = (order: Order) =>
    db.select().from(shifts).where(beyondEdge(shifts.id, order)).orderBy(byAge(shifts.id, order)).limit(limit).prepare()
  /** All of them are sorted: three a day for ten years are some ten thousand. */
  const byDifference = (sorting: Sorting) =>
    db
      .select({ shift: shifts, key: sql<number>`${LISTED_KEY}` })
      .from(sortedAlong({ from: shifts, id: shifts.id, key: difference, where: [] }, sorting))
      .innerJoin(shifts, eq(shifts.id, LISTED_ID))
      .orderBy(asListed(sorting))
      .prepare()
  const kept = new Map<string, ReturnType<typeof byDifference>>()
  return {
    byTime: { asc: byTime('asc'), desc: byTime('desc') },
    byDifference: (sorting: Sorting) => {
      const name = [sorting.order, sorting.paged].join(' ')
      const statement = kept.get(name) ?? byDifference(sorting)
      kept.set(name, statement)
      return statement
    },
  }
})

export function listShifts(ctx: ReadContext, filter: ShiftFilter): { rows: ShiftView[]; next: string | null } {
  return filter.sort === 'time' ? listByTime(ctx, filter) : listByDifference(ctx, filter)
}

function listByTime(ctx: ReadContext, { after, limit: most, order }: ShiftFilter) {
  const rows = statements(ctx.db).byTime[order].all({ edge: edgeOf(cursorId(after), order), limit: most + 1 })
  return pageFrom(
    rows,
    most,
    ({ id }) => id,
    (row) => shiftView(ctx, row),
  )
}

function listByDifference(ctx: ReadContext, { after, limit: most, order }: ShiftFilter) {
  const cursor = sortCursorFrom(after, true)
  const open = currentShift(ctx)?.difference ?? 0
  const rows = statements(ctx.db)
    .byDifference({ order, paged: cursor !== null })
    .all({ ...cursor, open, limit: most + 1 })
  return pageFrom(
    rows,
    most,
    ({ shift, key }) => sortCursor(shift.id, key),
    ({ shift }) => shiftView(ctx, shift),
  )
}
