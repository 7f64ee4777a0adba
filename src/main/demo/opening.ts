/** The invented shop before its first day: founded, staffed, with its assortment on the shelves. */
import type { Id, Quantity, Time, UnitPrice } from '../../contract/values.ts'
import { createCustomer } from '../domain/customers/commands.ts'
import { createProduct } from '../domain/products/commands.ts'
import { updateSettings } from '../domain/shop/commands.ts'
import { hireStaff } from '../domain/staff/commands.ts'
import { receiveGoods } from '../domain/stock/papers.ts'
import type { Chance } from './invented/chance.ts'
import type { Stage } from './acting.ts'
import { assortment } from './goods.ts'
import { patrons, STAFF, type Patron } from './people.ts'

/** A SKU as the invented trade sees it. */
export interface Ware {
  readonly skuId: Id
  readonly kind: 'goods' | 'service'
  readonly category: string
  readonly baseUnit: string
  readonly units: readonly { readonly name: string; readonly factor: Quantity }[]
  readonly price: UnitPrice
  readonly season: readonly number[]
  /** How readily it sells. */
  readonly weight: number
}

export interface Client {
  readonly id: Id
  readonly kind: Patron['kind']
}

export interface People {
  readonly owner: Id
  readonly manager: Id
  readonly clerks: readonly Id[]
}

export function openDemoShop(stage: Stage, chance: Chance, owner: Id, at: Time, passwordHash: string) {
  dressUp(stage, owner, at)
  const [manager, ...others] = STAFF.map((person) => hire(stage, owner, at, person, passwordHash))
  const people: People = { owner, manager: manager ?? owner, clerks: others.slice(0, 2) }
  const wares = assortment().flatMap((shelf) => putOnShelf(stage, chance, owner, at, shelf))
  const clients = patrons().map(({ kind, input }): Client => {
    const { customer } = stage.act(owner, at, 'customers.create', input, createCustomer)
    return { kind, id: Number(customer) }
  })
  stockUp(stage, people.manager, at, wares)
  return { people, wares, clients }
}

function dressUp(stage: Stage, owner: Id, at: Time): void {
  const { profile } = stage.context(owner, at).shop
  const dressed = {
    ...profile,
    address: '示例市示例路 1 号',
    phone: '13800000099',
    receiptFooter: '谢谢惠顾，七天内凭小票退换。',
    defaultTaxRate: 100 as typeof profile.defaultTaxRate,
  }
  stage.act(owner, at, 'settings.update', dressed, updateSettings)
}

function hire(stage: Stage, owner: Id, at: Time, person: (typeof STAFF)[number], passwordHash: string): Id {
  const { staff } = stage.act(owner, at, 'staff.create', person, (ctx, input) => hireStaff(ctx, input, passwordHash))
  return Number(staff)
}

function putOnShelf(
  stage: Stage,
  chance: Chance,
  owner: Id,
  at: Time,
  { input, season }: ReturnType<typeof assortment>[number],
): Ware[] {
  const { product } = stage.act(owner, at, 'products.create', input, createProduct)
  const skuIds = stage.db.$client
    .prepare<[Id], Id>('SELECT id FROM skus WHERE product_id = ? ORDER BY id')
    .pluck()
    .all(Number(product))
  const { kind, category, baseUnit, units } = input
  const popularity = 0.4 + chance.next() ** 2 * 2
  return skuIds.map((skuId, index) => {
    const price = input.skus[index]?.price ?? (0 as UnitPrice)
    return { skuId, kind, category, baseUnit, units, price, season, weight: popularity / skuIds.length ** 0.7 }
  })
}

const LINES = 100

function stockUp(stage: Stage, manager: Id, at: Time, wares: readonly Ware[]): void {
  const goods = wares.filter(({ kind }) => kind === 'goods')
  for (let from = 0; from < goods.length; from += LINES) {
    const lines = goods
      .slice(from, from + LINES)
      .map((ware) => ({ skuId: ware.skuId, quantity: batchOf(ware), unitCost: costOf(ware, 1) }))
    const input = { kind: 'openingStock' as const, supplier: '', note: '期初盘点', lines }
    stage.act(manager, at, 'stock.receive', input, receiveGoods)
  }
}

/** What is ordered at once: about a month's sales. */
export function batchOf({ weight }: Ware): Quantity {
  return (Math.max(3, Math.ceil(weight * 14)) * 1_000) as Quantity
}

/** Per base unit; makers' prices move a little. */
export function costOf({ price }: Ware, drift: number): UnitPrice {
  return Math.round(price * 0.58 * drift) as UnitPrice
}
