/** Kinds of customers (会员等级), and the one of a customer. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { TierView } from '../../../contract/tiers.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import type { Tier } from '../pricing.ts'
import { customers, customerTiers } from './tables.ts'

export type TierRecord = typeof customerTiers.$inferSelect

const statements = prepared((db: ReadDb) => ({
  ofCustomer: db
    .select({ price: customerTiers.price, rate: customerTiers.rate })
    .from(customers)
    .innerJoin(customerTiers, eq(customerTiers.id, customers.tierId))
    .where(and(eq(customers.id, sql.placeholder('customerId')), isNull(customerTiers.archivedAt)))
    .prepare(),
  byId: db
    .select()
    .from(customerTiers)
    .where(eq(customerTiers.id, sql.placeholder('id')))
    .prepare(),
  byName: db
    .select({ id: customerTiers.id })
    .from(customerTiers)
    .where(and(eq(customerTiers.name, sql.placeholder('name')), isNull(customerTiers.archivedAt)))
    .prepare(),
  all: db.select().from(customerTiers).orderBy(asc(customerTiers.id)).prepare(),
}))

/** What a customer's tier gives them; null for none, and for one that is archived. It runs once per sale to a customer. */
export function tierOf(db: ReadDb, customerId: Id): Tier | null {
  return statements(db).ofCustomer.get({ customerId }) ?? null
}

/** The tiers that customers may have today. */
export function tiersInUse(db: ReadDb): Tier[] {
  return statements(db)
    .all.all()
    .filter(({ archivedAt }) => archivedAt === null)
}

export function tierRecord(db: ReadDb, id: Id): TierRecord {
  return statements(db).byId.get({ id }) ?? refuse('TIER_NOT_FOUND')
}

export function tierIdByName(db: ReadDb, name: string): Id | undefined {
  return statements(db).byName.get({ name })?.id
}

export function listTiers({ db }: ReadContext): TierView[] {
  return statements(db).all.all().map(tierView)
}

export function tierByRefs({ db }: ReadContext, { tier }: Refs): TierView {
  return tierView(tierRecord(db, Number(tier)))
}

function tierView({ id, name, price, rate, archivedAt }: TierRecord): TierView {
  return { id, name, price, rate, archived: archivedAt !== null }
}
