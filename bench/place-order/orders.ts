/** Orders of three lines, the same for both sides of the comparison. */
import type Database from 'better-sqlite3'
import { ulid } from 'ulid'
import { amountOf, sum, type Id, type Money, type Quantity, type UnitPrice } from '../../src/contract/values.ts'
import { chanceFrom, type Chance } from '../../src/main/demo/invented/chance.ts'

export interface Order {
  readonly requestId: string
  readonly customerId: Id | null
  readonly lines: readonly { readonly skuId: Id; readonly quantity: Quantity }[]
  readonly tender: 'cash' | 'wechat'
  readonly total: Money
}

const LINES = 3
const SEED = 7

export function ordersFor(sqlite: Database.Database, count: number): Order[] {
  const chance = chanceFrom(SEED)
  const skus = sqlite
    .prepare<[], { id: Id; price: UnitPrice }>(
      `SELECT skus.id, price FROM skus JOIN products ON products.id = product_id
       WHERE kind = 'goods' AND skus.archived_at IS NULL ORDER BY skus.id`,
    )
    .all()
  const customers = sqlite.prepare<[], Id>('SELECT max(id) FROM customers').pluck().get() ?? 0
  return Array.from({ length: count }, () => orderOf(chance, skus, customers))
}

function orderOf(chance: Chance, skus: readonly { id: Id; price: UnitPrice }[], customers: number): Order {
  const chosen = Array.from({ length: LINES }, () => skus[Math.floor(skus.length * chance.next() ** 3)]!)
  const lines = chosen.map(({ id, price }) => ({
    skuId: id,
    price,
    quantity: (chance.between(1, 3) * 1_000) as Quantity,
  }))
  return {
    requestId: ulid(),
    customerId: chance.happens(0.25) ? chance.between(1, customers) : null,
    lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
    tender: chance.happens(0.5) ? 'cash' : 'wechat',
    total: sum(lines.map(({ quantity, price }) => amountOf(quantity, price))),
  }
}
