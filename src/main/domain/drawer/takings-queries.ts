/** What a shift or a day took (交班单, 日结). */
import type { DocumentKind } from '../../../contract/documents.ts'
import type { Takings } from '../../../contract/shift-report.ts'
import { negate, proportion, subtract, ZERO, type BusinessDay, type Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { NO_BOUND } from '../../database/newest.ts'
import { documentSumsBetween, documentSumsOfDay, type DocumentSums } from '../documents/queries-takings.ts'
import { tendersByKind, type TenderOfKind } from '../payments/queries-takings.ts'
import type { ShiftRow } from './queries.ts'

export function takingsOfShift(db: ReadDb, shift: ShiftRow): Takings {
  const sums = documentSumsBetween(db, shift.documentsAfter ?? NO_BOUND, shift.documentsTo ?? NO_BOUND)
  return takings(sums, tendersByKind(db, { shiftId: shift.id }))
}

export function takingsOfDay(db: ReadDb, businessDay: BusinessDay): Takings {
  return takings(documentSumsOfDay(db, businessDay), tendersByKind(db, { businessDay }))
}

const NOTHING = { count: 0, total: ZERO, discounts: ZERO, roundOff: ZERO }

function takings({ byKind, gifts }: DocumentSums, payments: readonly TenderOfKind[]): Takings {
  const sumsOf = (wanted: DocumentKind, voided: 0 | 1 = 0) =>
    byKind.find(({ kind, isVoided }) => kind === wanted && isVoided === voided) ?? NOTHING
  const sales = sumsOf('sale')
  const returns = sumsOf('customerReturn')
  // The mirror is what was done in this shift; the sale that it takes back may be of the day before.
  const mirrors = sumsOf('customerReturn', 1)
  const tenders = tendersOf(payments, 'sale')
  return {
    sales: { count: sales.count, amount: sales.total, average: averageOf(sales.total, sales.count) },
    returns: { count: returns.count, amount: minus(returns.total) },
    voided: { count: mirrors.count, amount: minus(mirrors.total) },
    discounts: subtract(sales.discounts, gifts.discounts),
    roundOff: sales.roundOff,
    gifts: { count: gifts.count, amount: gifts.amount },
    tenders,
    refunds: tendersOf(payments, 'customerReturn').map((row) => ({ ...row, amount: minus(row.amount) })),
    collected: tendersOf(payments, 'debtCollection').filter(({ tender }) => tender !== 'onAccount'),
    onAccount: tenders.find(({ tender }) => tender === 'onAccount')?.amount ?? ZERO,
  }
}

function tendersOf(payments: readonly TenderOfKind[], wanted: DocumentKind): Takings['tenders'] {
  return payments.filter(({ kind }) => kind === wanted).map(({ tender, count, amount }) => ({ tender, count, amount }))
}

/** Not 0 - 0, which would be -0. */
const minus = (amount: Money): Money => (amount === 0 ? amount : negate(amount))

const averageOf = (total: Money, count: number): Money => (count === 0 ? ZERO : proportion(total, 1, count))
