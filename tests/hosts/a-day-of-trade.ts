/** Something of everything that a shop knows, and what to call it by in an input. */
import { rid } from './a-core.ts'
import type { Client } from './transports.ts'

export interface Known {
  readonly skuId: number
  readonly originalLineId: number
  readonly customerId: number
  /** The receipt printer, which is off. */
  readonly printerId: number
  /** Another product and customer, that may be changed and archived. */
  readonly toEdit: object
  readonly toCreate: object
  /** A sale that names nobody, and one on account: to be put right, and to be paid. */
  readonly toCorrect: object
  readonly toCollect: object
  /** What is printed together with others. */
  readonly toPile: object
  readonly [field: string]: unknown
}

/** Goods in, a sale and a return; a customer, a clerk and an open shift; a file that is still to come. */
export async function aDayOfTrade(client: Client): Promise<Known> {
  const product = await aProduct(client, 'TEA')
  const customer = await aCustomer(client, 'C1')
  const otherProduct = await aProduct(client, 'CUP')
  const otherCustomer = await aCustomer(client, 'C2')
  const clerk = await client.staff.create({ requestId: rid(), name: 'Clerk', role: 'clerk', password: 'a clerk knows' })
  const skuId = product.skus[0]?.id ?? 0
  await client.stock.receive({
    requestId: rid(),
    kind: 'goodsReceived',
    supplier: '',
    note: '',
    lines: [{ skuId, quantity: 900_000 as never, unitCost: 60_000 as never }],
  })
  const shift = await client.drawer.open({ requestId: rid(), float: 100_000 as never })
  const begun = await client.imports.begin({ requestId: rid(), kind: 'products', fileName: 'old.csv', bytes: 1 })
  const sold = await sellTwo(client, { skuId, customerId: customer.id })
  const originalLineId = sold.lines[0]?.id ?? 0
  await giveOneBack(client, { originalLineId, customerId: customer.id })
  const unnamed = await sellTwo(client, { skuId, customerId: null })
  const debtor = await aCustomer(client, 'C3')
  const debt = await sellTwo(client, { skuId, customerId: debtor.id }, 'onAccount')
  const { printers } = await aPrinterThatIsOff(client)
  const [main] = await client.warehouses.list({})
  const back = await client.warehouses.save({ requestId: rid(), name: 'Back' })
  const empty = await client.warehouses.save({ requestId: rid(), name: 'Empty' })
  return {
    skuId,
    originalLineId,
    customerId: customer.id,
    documentId: sold.id,
    number: sold.number,
    productId: product.id,
    staffId: clerk.id,
    importId: begun.id,
    code: 'TEA',
    paper: 'receipt',
    shiftId: shift.id,
    printerId: printers[0]?.id ?? 0,
    warehouseId: main?.id,
    fromId: main?.id,
    toId: back.id,
    unit: 'tin',
    role: 'clerk',
    ...(await baskets(client)),
    toEdit: {
      basketId: (await parkOne(client)).basketId,
      productId: otherProduct.id,
      customerId: otherCustomer.id,
      warehouseId: empty.id,
      code: 'CUP',
      baseUnit: 'tin',
      skus: [{ ...aSku('CUP'), id: otherProduct.skus[0]?.id }],
    },
    toCorrect: { documentId: unnamed.id, from: 'cash', to: 'wechat' },
    toPile: { documentIds: [sold.id], paper: 'packingSlip' },
    toCollect: { documentId: debt.id, customerId: debtor.id },
    toCreate: {
      code: 'NEW',
      baseUnit: 'tin',
      skus: [{ ...aSku('NEW'), barcodes: [{ barcode: '6901234567892', unit: 'tin' }] }],
    },
  }
}

const deviceId = '01KAMDEV1CE000000000000000'
const parked = { content: '{"lines":[]}', itemCount: 1, total: 1_000 as never, note: 'tea' }

const parkOne = (client: Client) => client.baskets.park({ requestId: rid(), deviceId, ...parked })

/** What is parked, and what to call this device and its basket by. */
async function baskets(client: Client): Promise<object> {
  const { basketId } = await parkOne(client)
  return { deviceId, basketId, content: parked.content }
}

const aPrinterThatIsOff = (client: Client) =>
  client.printing.savePrinter({
    ...{ requestId: rid(), name: 'Till', kind: 'network', address: '127.0.0.1:1', columns: 48, cuts: true },
    ...{ drawerPin: null, copies: 1, asksStatus: false },
  })

const aSku = (code: string) => ({ code, variant: '', price: 100_000 as never, floorPrice: null, barcodes: [] })

const aProduct = (client: Client, code: string) =>
  client.products.create({
    requestId: rid(),
    code,
    title: 'Longjing',
    kind: 'goods',
    category: '',
    baseUnit: 'tin',
    taxRate: 0 as never,
    units: [{ name: 'box', factor: 24_000 as never }],
    skus: [aSku(code)],
  })

const aCustomer = (client: Client, code: string) =>
  client.customers.create({
    requestId: rid(),
    code,
    name: 'Customer',
    phone: '13800000000',
    address: 'Street 1',
    note: '',
    creditLimit: null,
  })

interface Sold extends Pick<Known, 'skuId'> {
  readonly customerId: number | null
}
type Back = Pick<Known, 'originalLineId' | 'customerId'>

export const sellTwo = (client: Client, { skuId, customerId }: Sold, tender: 'cash' | 'onAccount' = 'cash') =>
  client.orders.sell({
    requestId: rid(),
    customerId,
    lines: [{ kind: 'item', skuId, quantity: 2_000 as never }],
    saleDiscount: null,
    roundOff: 'none',
    tenders: [{ tender, amount: 2_000 as never }],
    expectedTotal: 2_000 as never,
    note: '',
  })

export const giveOneBack = (client: Client, { originalLineId, customerId }: Back) =>
  client.returns.returnGoods({
    requestId: rid(),
    customerId,
    lines: [{ kind: 'linked', originalLineId, quantity: 1_000 as never }],
    reason: '',
    tenders: [{ tender: 'cash', amount: 1_000 as never }],
    expectedTotal: 1_000 as never,
  })
