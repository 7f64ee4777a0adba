/** One sale through the contract, as the counter would make it. */
import type { DocumentView } from '../../../src/contract/documents.ts'
import type { Money, Quantity, Rate, UnitPrice } from '../../../src/contract/values.ts'
import type { Client } from './client.ts'

const PRICE = 1_280_000 as UnitPrice // ¥128.00
const TOTAL = 25_600 as Money

/** Two boxes of tea for cash, out of a drawer that was just opened. */
export async function sellTea(client: Client): Promise<DocumentView> {
  const product = await client.products.create({
    requestId: 'create-tea-01',
    code: 'TEA-01',
    title: '龙井茶',
    kind: 'goods',
    category: '',
    baseUnit: '盒',
    taxRate: 0 as Rate,
    units: [],
    skus: [{ code: 'TEA-01', variant: '', price: PRICE, floorPrice: null, barcodes: [], archived: false }],
  })
  await client.drawer.open({ requestId: 'open-drawer-01', float: 10_000 as Money })
  return client.orders.sell({
    requestId: 'sell-tea-0001',
    customerId: null,
    lines: [{ kind: 'item', skuId: product.skus[0]!.id, quantity: 2_000 as Quantity }],
    saleDiscount: null,
    roundOff: 'none',
    tenders: [{ tender: 'cash', amount: TOTAL }],
    expectedTotal: TOTAL,
    note: '',
  })
}
