/** What a customer of the invented shop puts on the counter, and how they pay. */
import type { Basket, BasketLine, TenderInput } from '../../contract/orders.ts'
import { priceOfUnit, type Money, type Quantity, type UnitPrice } from '../../contract/values.ts'
import type { Chance } from './invented/chance.ts'
import { monthOf } from './calendar.ts'
import type { Client, Ware } from './opening.ts'

/** Picks goods by how readily they sell in a month. */
export type Picker = (chance: Chance) => Ware

const IN_SEASON = 3
const WARM = [5, 6, 7, 8, 9]
const SOLD_COLD = '冬装'

export function pickerFor(wares: readonly Ware[], date: number): Picker {
  const month = monthOf(date)
  const ends: number[] = []
  let total = 0
  for (const ware of wares) {
    const inSeason = ware.season.includes(month) ? IN_SEASON : 1
    const outOfPlace = ware.category === SOLD_COLD && WARM.includes(month) ? 0.05 : 1
    const service = ware.kind === 'service' ? 1.5 : 1
    ends.push((total += ware.weight * inSeason * outOfPlace * service))
  }
  return (chance) => {
    const at = chance.next() * total
    return wares[ends.findIndex((end) => end > at)] ?? wares[0]!
  }
}

const FEW = [1, 1, 1, 1, 2, 2, 2, 3, 3, 4]

export function basketOf(chance: Chance, pick: Picker, client: Client | null): Basket {
  const isTrade = client !== null && client.kind !== 'regular'
  const count = isTrade ? chance.between(2, 5) : chance.pick(FEW)
  const wares = new Set(Array.from({ length: count }, () => pick(chance)))
  const lines = [...wares].map((ware) => lineOf(chance, ware, isTrade))
  return { customerId: client?.id ?? null, lines, saleDiscount: null, roundOff: 'none' }
}

function lineOf(chance: Chance, ware: Ware, isTrade: boolean): BasketLine {
  const { skuId, units, baseUnit } = ware
  const item = { kind: 'item' as const, skuId }
  if (ware.kind === 'service') return { ...item, quantity: pieces(1) }
  const large = units.find(({ factor }) => factor > 1_000)
  if (isTrade && large)
    return withTypedPrice(chance, ware, { ...item, unit: large.name, quantity: pieces(chance.between(1, 2)) })
  if (isTrade) return withTypedPrice(chance, ware, { ...item, quantity: pieces(chance.between(2, 5)) })
  if (baseUnit !== '斤') return { ...item, quantity: pieces(chance.happens(0.85) ? 1 : 2) }
  const small = units.find(({ factor }) => factor < 1_000)
  if (small && chance.happens(0.5)) return { ...item, unit: small.name, quantity: pieces(chance.between(1, 5)) }
  return { ...item, quantity: (chance.between(2, 8) * 50) as Quantity }
}

const pieces = (count: number) => (count * 1_000) as Quantity

/** The trade buys at 82 to 92 % of the list price, said in whole 角. */
function withTypedPrice(chance: Chance, ware: Ware, line: Extract<BasketLine, { kind: 'item' }>): BasketLine {
  if (!chance.happens(0.7)) return line
  const factor = ware.units.find(({ name }) => name === line.unit)?.factor ?? pieces(1)
  const list = priceOfUnit(ware.price, factor)
  const unitPrice = (Math.round((list * chance.between(82, 92)) / 100_000) * 1_000) as UnitPrice
  return { ...line, unitPrice }
}

/** What is taken off: nothing mostly, a tenth for regulars now and then, odd cents of a cash sale. */
export function reductionOf(
  chance: Chance,
  total: Money,
  client: Client | null,
): Pick<Basket, 'saleDiscount' | 'roundOff'> {
  const isRegular = client?.kind === 'regular' && chance.happens(0.3)
  const amount = (isRegular ? Math.floor(total / 2_000) * 100 : 0) as Money
  return {
    saleDiscount: amount > 0 ? { kind: 'amount', amount } : null,
    roundOff: chance.happens(0.12) ? 'yuan' : 'none',
  }
}

export function tendersFor(chance: Chance, due: Money, client: Client | null): TenderInput[] {
  if (due === 0) return []
  if (client && client.kind !== 'regular') {
    return [{ tender: chance.happens(0.12) ? 'onAccount' : 'bankTransfer', amount: due }]
  }
  const tender = chance.pick(['wechat', 'wechat', 'wechat', 'alipay', 'alipay', 'cash', 'cash', 'card'] as const)
  if (tender !== 'cash') return [{ tender, amount: due }]
  if (due > 30_000 && chance.happens(0.2)) return halfCash(due)
  return [{ tender, amount: due, received: handedOver(chance, due) }]
}

function halfCash(due: Money): TenderInput[] {
  const cash = (Math.floor(due / 20_000) * 10_000) as Money
  return [
    { tender: 'cash', amount: cash, received: cash },
    { tender: 'wechat', amount: (due - cash) as Money },
  ]
}

const NOTES = [1_000, 5_000, 10_000]

function handedOver(chance: Chance, due: Money): Money {
  if (chance.happens(0.25)) return due
  const note = chance.pick(NOTES)
  return (Math.ceil(due / note) * note) as Money
}
