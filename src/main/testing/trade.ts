/** The trade's usual steps on a test shop, through the contract: `trade(shop).stocked('TEA-01', 10)`. */
import type { Basket, BasketLine, Reduction, SaleReduction, TenderInput } from '../../contract/orders.ts'
import type { ReturnLine } from '../../contract/returns.ts'
import type { ProductInput } from '../../contract/products.ts'
import type { RoundingStep } from '../../contract/settings.ts'
import type { Id, Money, Quantity, Rate, UnitPrice } from '../../contract/values.ts'
import type { TestShop } from './a-shop.ts'

export const pieces = (count: number) => Math.round(count * 1_000) as Quantity
export const yuan = (amount: number) => Math.round(amount * 100) as Money
export const at = (price: number) => Math.round(price * 10_000) as UnitPrice

/** A product of one variant: 龙井茶 at 128.00 a 盒. */
export function aProduct(over: Partial<ProductInput> = {}): ProductInput {
  return {
    code: 'TEA',
    title: '龙井茶 250g',
    kind: 'goods',
    category: '茶叶',
    baseUnit: '盒',
    taxRate: 0 as Rate,
    units: [],
    skus: [{ code: 'TEA-01', variant: '', price: at(128), floorPrice: null, barcodes: [], archived: false }],
    ...over,
  }
}

/** So many 元 off. */
export const off = (amount: number): Reduction => ({ kind: 'amount', amount: yuan(amount) })
/** 9折 is `remains(9)`. */
export const remains = (tenths: number): Reduction => ({ kind: 'rate', rate: Math.round(tenths * 1_000) as Rate })
export const aBasket = (lines: BasketLine[]): Basket => ({
  customerId: null,
  lines,
  saleDiscount: null,
  roundOff: 'none',
})

export function trade(shop: TestShop) {
  const { client, rid } = shop
  const product = async (over: Partial<ProductInput> = {}) =>
    client.products.create({ ...aProduct(over), requestId: rid() })
  /** A product of one SKU with that many on hand, bought at `cost` each. @returns the SKU's id */
  const stocked = async (code: string, count: number, { price = 128, cost = 60, taxRate = 0 } = {}): Promise<Id> => {
    const made = await product({
      code,
      skus: [{ code, variant: '', price: at(price), floorPrice: null, barcodes: [], archived: false }],
      taxRate: taxRate as Rate,
    })
    const skuId = made.skus[0]?.id ?? 0
    if (count > 0) await receive(skuId, count, cost)
    return skuId
  }
  const receive = async (skuId: Id, count: number, cost: number) =>
    client.stock.receive({
      requestId: rid(),
      kind: 'goodsReceived',
      supplier: '',
      note: '',
      lines: [{ skuId, quantity: pieces(count), unitCost: at(cost) }],
    })
  const customer = async (over: { name?: string; creditLimit?: Money | null } = {}): Promise<Id> => {
    const empty = { code: '', phone: '', address: '', note: '', creditLimit: null }
    return (await client.customers.create({ requestId: rid(), ...empty, name: '批发客户', ...over })).id
  }
  const openShift = async (float = 200) => client.drawer.open({ requestId: rid(), float: yuan(float) })
  /** Commits what was counted; what should be there is told from then on. */
  const count = async (counted: number, as = client) => as.drawer.count({ requestId: rid(), counted: yuan(counted) })
  const closeShift = async (counted: number, { reason = '', dropped = 0, as = client } = {}) => {
    await count(counted, as)
    return as.drawer.close({ requestId: rid(), reason, dropped: yuan(dropped) })
  }
  const item = (skuId: Id, count: number, over: Partial<Extract<BasketLine, { kind: 'item' }>> = {}): BasketLine => ({
    kind: 'item',
    skuId,
    quantity: pieces(count),
    ...over,
  })
  /** Sells at the price that the shop itself gives, paid exactly. */
  const sell = async (lines: BasketLine[], { tender = 'cash', as = client, expectedTotal, ...over }: SaleOver = {}) => {
    const basket = { ...aBasket(lines), ...over }
    const { total } = await as.orders.price(basket)
    const tenders: TenderInput[] = total === 0 ? [] : [{ tender, amount: total }]
    const sale = { requestId: rid(), tenders, expectedTotal: expectedTotal ?? total, note: '', ...basket }
    return as.orders.sell(sale)
  }
  const takeBack = async (
    lines: ReturnLine[],
    { tender = 'cash', customerId = null, as = client, ...over }: ReturnOver = {},
  ) => {
    const { total } = await as.returns.price({ customerId, lines })
    const tenders = total === 0 ? [] : [{ tender, amount: total }]
    return as.returns.returnGoods({
      requestId: rid(),
      customerId,
      lines,
      reason: '',
      tenders,
      expectedTotal: total,
      ...over,
    })
  }
  const level = async (skuId: Id) => client.stock.level({ skuId })
  return { product, stocked, receive, customer, openShift, count, closeShift, item, sell, takeBack, level }
}

type Client = TestShop['client']
type Tender = TenderInput['tender']
interface SaleOver {
  tender?: Tender
  customerId?: Id | null
  saleDiscount?: SaleReduction
  roundOff?: RoundingStep
  salespersonId?: Id
  as?: Client
  tenders?: TenderInput[]
  channelNumber?: string
  basket?: string
  paper?: 'print' | 'none'
  requestId?: string
  expectedTotal?: Money
}
interface ReturnOver {
  tender?: Tender
  customerId?: Id | null
  as?: Client
}
