/** Documents to look at: a cash sale with discounts and change, a sale on account, a return and an adjustment. */
import { aCustomer, stocked, withOpenShift, type Goods } from './goods.ts'
import { rid, type Client } from './shop.ts'

type Sale = Awaited<ReturnType<Client['orders']['sell']>>

export interface Trade {
  readonly goods: readonly Goods[]
  readonly customerId: number
  readonly cash: Sale
  readonly account: Sale
  readonly returned: Sale
}

export const CUSTOMER = '和平茶行'

export async function someTrade(client: Client): Promise<Trade> {
  const goods = await stocked(client)
  await withOpenShift(client)
  const { id: customerId } = await aCustomer(client, CUSTOMER)
  const [tea, cake, shirt] = goods
  const cash = await client.orders.sell({
    requestId: rid(),
    customerId: null,
    lines: [line(tea, 2), { ...line(cake, 1), discount: { kind: 'amount', amount: 1_980 } }],
    saleDiscount: null,
    roundOff: 'yuan',
    tenders: [{ tender: 'cash', amount: 43_400, received: 50_000 }],
    expectedTotal: 43_400,
    note: '',
  })
  const account = await client.orders.sell({
    requestId: rid(),
    customerId,
    lines: [line(shirt, 3)],
    saleDiscount: null,
    roundOff: 'none',
    tenders: [{ tender: 'onAccount', amount: 77_700 }],
    expectedTotal: 77_700,
    note: '周五前送到',
  })
  const returned = await client.returns.returnGoods({
    requestId: rid(),
    customerId: null,
    lines: [{ kind: 'linked', originalLineId: cash.lines[0]?.id ?? 0, quantity: 1_000 }],
    reason: '买多了',
    tenders: [{ tender: 'cash', amount: 12_794 }],
    expectedTotal: 12_794,
  })
  return { goods, customerId, cash, account, returned }
}

/** A paid sale of so many lines. */
export async function aLongSale(client: Client, { goods, customerId }: Trade, count: number): Promise<Sale> {
  const lines = Array.from({ length: count }, (_, at) => line(goods[at % goods.length], 1))
  const asked = { customerId, lines, saleDiscount: null, roundOff: 'none' as const }
  const { total } = await client.orders.price(asked)
  const tenders = [{ tender: 'wechat' as const, amount: total }]
  return client.orders.sell({ requestId: rid(), ...asked, tenders, expectedTotal: total, note: '' })
}

const line = (goods: Goods | undefined, count: number) => ({
  kind: 'item' as const,
  skuId: goods?.skuId ?? 0,
  quantity: count * 1_000,
})
