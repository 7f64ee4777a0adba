/**
 * What is still open of a document, defined here once: what it put on the customer's account, less what settled it, plus
 * what it settled itself. Summed over a customer's documents that is what they owe, since each settlement stands in it
 * twice with opposite signs. Below zero it is a credit that has not met a debt yet.
 */
import { sql } from 'drizzle-orm'
import type { Id, Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { accountEntries, debtAllocations } from './tables.ts'

export interface Debt {
  readonly documentId: Id
  /** What the document put on account. */
  readonly booked: Money
  readonly open: Money
}

const of = (column: 'customerId' | 'documentId') => sql.placeholder(column)

const statements = prepared((db: ReadDb) => {
  const entry = accountEntries
  const settled = debtAllocations
  return {
    ofCustomer: db
      .select({
        documentId: sql<Id>`document_id`,
        booked: sql<Money>`sum(booked)`,
        open: sql<Money>`sum(open)`,
      })
      .from(
        sql`(select ${entry.documentId} as document_id, ${entry.amount} as booked, ${entry.amount} as open
            from ${entry} where ${entry.customerId} = ${of('customerId')}
          union all
          select ${settled.settledId}, 0, - ${settled.amount} from ${settled}
            where ${settled.customerId} = ${of('customerId')}
          union all
          select ${settled.settlingId}, 0, ${settled.amount} from ${settled}
            where ${settled.customerId} = ${of('customerId')})`,
      )
      .groupBy(sql`document_id`)
      .having(sql`sum(open) <> 0`)
      .orderBy(sql`document_id`)
      .prepare(),
    booked: db
      .select({ amount: sql<Money>`coalesce(sum(${entry.amount}), 0)` })
      .from(entry)
      .where(sql`${entry.documentId} = ${of('documentId')}`)
      .prepare(),
    settledOf: db
      .select({ amount: sql<Money>`coalesce(sum(${settled.amount}), 0)` })
      .from(settled)
      .where(sql`${settled.settledId} = ${of('documentId')}`)
      .prepare(),
    settlersOf: db
      .selectDistinct({ id: settled.settlingId })
      .from(settled)
      .where(sql`${settled.settledId} = ${of('documentId')}`)
      .orderBy(settled.settlingId)
      .prepare(),
    settledBy: db
      .select({ documentId: settled.settledId, amount: settled.amount })
      .from(settled)
      .where(sql`${settled.settlingId} = ${of('documentId')}`)
      .orderBy(settled.settledId)
      .prepare(),
  }
})

/** The documents of a customer of which something is open, the oldest first; credits are below zero. */
export function debtsOf(db: ReadDb, customerId: Id): readonly Debt[] {
  return statements(db).ofCustomer.all({ customerId })
}

/** What one document put on account, and what of that is open; for documents that put something there. */
export function debtOf(db: ReadDb, documentId: Id): Debt {
  const booked = statements(db).booked.get({ documentId })?.amount ?? (0 as Money)
  const settled = statements(db).settledOf.get({ documentId })?.amount ?? 0
  return { documentId, booked, open: (booked - settled) as Money }
}

/** The documents that settled something of this one. */
export function settlersOf(db: ReadDb, documentId: Id): readonly Id[] {
  return statements(db)
    .settlersOf.all({ documentId })
    .map(({ id }) => id)
}

/** The debts that a document settled. */
export function settledBy(db: ReadDb, documentId: Id): readonly { documentId: Id; amount: Money }[] {
  return statements(db).settledBy.all({ documentId })
}
