/**
 * Numbers are given in the transaction that confirms, so per series and business day there is no gap and no duplicate:
 * `SO-20261121-0001`, widening past 9999.
 */
import { sql } from 'drizzle-orm'
import type { BusinessDay } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { CommandContext } from '../context.ts'
import { numberSeries } from './tables.ts'

/**
 * SO sale, RE customer's return, RC debts collected, OB opening balance, AD adjustment, GR goods received, OS opening stock,
 * TR transfer, SH shift.
 */
export const SERIES = ['SO', 'RE', 'RC', 'OB', 'AD', 'GR', 'OS', 'TR', 'SH'] as const
export type Series = (typeof SERIES)[number]

const COUNTER_WIDTH = 4

const statements = prepared((db: WriteDb) => ({
  next: db
    .insert(numberSeries)
    .values({ series: sql.placeholder('series'), businessDay: sql.placeholder('businessDay'), last: 1 })
    .onConflictDoUpdate({
      target: [numberSeries.series, numberSeries.businessDay],
      set: { last: sql`${numberSeries.last} + 1` },
    })
    .returning({ last: numberSeries.last })
    .prepare(),
}))

export function nextNumber({ db, businessDay }: CommandContext, series: Series): string {
  return formatNumber(series, businessDay, statements(db).next.get({ series, businessDay }).last)
}

export function formatNumber(series: Series, day: BusinessDay, counter: number): string {
  return `${series}-${day.replaceAll('-', '')}-${String(counter).padStart(COUNTER_WIDTH, '0')}`
}
