/** One sale of the invented shop, through the counter's own command. */
import type { Basket } from '../../contract/orders.ts'
import { add, type Money, type Time } from '../../contract/values.ts'
import { sellGoods } from '../domain/orders/commands.ts'
import { priceBasket } from '../domain/orders/price.ts'
import { partyOf } from '../domain/customers/queries.ts'
import type { ReadContext } from '../domain/context.ts'
import { owedNow } from '../domain/payments/queries.ts'
import { basketOf, reductionOf, tendersFor, type Picker } from './baskets.ts'
import type { Trade } from './trade.ts'
import type { Client } from './opening.ts'

const FROM_REGULARS = 0.25
const FROM_THE_TRADE = 0.035

export function sellOnce({ stage, chance, people, clients, recent }: Trade, at: Time, pick: Picker): void {
  const dice = chance.next()
  const isTrade = dice < FROM_THE_TRADE
  const client =
    isTrade || dice < FROM_REGULARS ? chance.pick(clients.filter(({ kind }) => (kind === 'regular') !== isTrade)) : null
  const basket = basketOf(chance, pick, client)
  const { manager, clerks } = people
  const ctx = stage.context(manager, at)
  const list = priceBasket(ctx, basket).totals.total
  const reduced: Basket = { ...basket, ...reductionOf(chance, list, client) }
  const { total } = priceBasket(ctx, reduced).totals
  const seller = needsManager(reduced, client) ? manager : chance.pick(clerks)
  const tenders = tendersFor(chance, total, client !== null && mayOwe(ctx, client, total) ? client : null)
  const sale = { ...reduced, tenders, expectedTotal: total, note: '', channel: 'counter' }
  const { document } = stage.act(seller, at, 'orders.sell', sale, sellGoods)
  recent.push({ document: Number(document), customerId: reduced.customerId, tender: tenders[0]?.tender ?? 'cash' })
}

/** Clerks may neither reduce nor sell on account. */
function needsManager({ saleDiscount, roundOff }: Basket, client: Client | null): boolean {
  return saleDiscount !== null || roundOff !== 'none' || (client !== null && client.kind !== 'regular')
}

function mayOwe({ db }: ReadContext, { id }: Client, amount: Money): boolean {
  const limit = partyOf(db, id)?.creditLimit ?? null
  return limit === null || add(owedNow(db, id), amount) <= limit
}
