/** What the shop of the screens sells. */
import { rid, type Client } from './shop.ts'

export interface Goods {
  readonly skuId: number
  readonly title: string
  readonly barcode: string
}

const KINDS = [
  ['龙井茶', 128],
  ['普洱饼', 198],
  ['棉麻衬衫', 259],
  ['茉莉花茶', 45],
  ['铁观音礼盒', 388],
  ['白瓷茶杯', 36.5],
  ['牛仔外套', 499],
  ['帆布袋', 29.9],
  ['羊毛围巾', 168],
] as const

/** Nine kinds of goods, thirty of each on hand. */
export async function stocked(client: Client): Promise<readonly Goods[]> {
  const goods: Goods[] = []
  for (const [at, [title, price]] of KINDS.entries()) {
    const barcode = `69012345000${10 + at}`
    const product = await client.products.create({
      requestId: rid(),
      code: `A${101 + at}`,
      title,
      kind: 'goods',
      category: '',
      baseUnit: '件',
      taxRate: 1_300,
      units: [],
      skus: [
        {
          code: `A${101 + at}`,
          variant: '',
          price: Math.round(price * 10_000),
          floorPrice: null,
          barcodes: [{ barcode, unit: '件' }],
        },
      ],
    })
    goods.push({ skuId: product.skus[0]?.id ?? 0, title, barcode })
  }
  await client.stock.receive({
    requestId: rid(),
    kind: 'openingStock',
    supplier: '',
    note: '',
    lines: goods.map(({ skuId }) => ({ skuId, quantity: 30_000, unitCost: 100_000 })),
  })
  return goods
}

/** A drawer with 500.00 in it. */
export const withOpenShift = (client: Client) => client.drawer.open({ requestId: rid(), float: 50_000 })

export const aCustomer = (client: Client, name = '和平茶行') =>
  client.customers.create({
    requestId: rid(),
    code: '',
    name,
    phone: '13800000000',
    address: '',
    note: '',
    creditLimit: null,
  })
