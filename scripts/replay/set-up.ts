/** What is there before the first sale: products, customers and opening stock. What is there already stays as it is. */
import { MOST_LINES } from '../../src/contract/orders.ts'
import type { Id, Quantity, Rate, UnitPrice } from '../../src/contract/values.ts'
import type { Pace } from './pace.ts'
import type { Plan, PlannedProduct } from './plan.ts'
import { requestIdOf, type ReplayShop } from './shop.ts'

export interface Sku {
  readonly id: Id
  readonly price: UnitPrice
}

/** How the shop knows the codes and customers of the file. */
export interface Directory {
  readonly skus: ReadonlyMap<string, Sku>
  readonly customers: ReadonlyMap<string, Id>
}

/** @returns null where it was stopped before the end */
export async function setUp(shop: ReplayShop, plan: Plan, pace: Pick<Pace, 'turn'>): Promise<Directory | null> {
  const skus = knownSkus(shop)
  for (const product of plan.products) {
    if (skus.has(product.code)) continue
    skus.set(product.code, await createProduct(shop, product))
    if (!(await pace.turn())) return null
  }
  const customers = knownCustomers(shop)
  for (const code of plan.customers) {
    if (customers.has(code)) continue
    customers.set(code, await createCustomer(shop, code))
    if (!(await pace.turn())) return null
  }
  return (await receiveOpeningStock(shop, plan.products, skus, pace)) ? { skus, customers } : null
}

function knownSkus({ opened }: ReplayShop): Map<string, Sku> {
  const query = 'SELECT code, id, price FROM skus WHERE archived_at IS NULL'
  const rows = opened.writer.sqlite.prepare<[], Sku & { code: string }>(query).all()
  return new Map(rows.map(({ code, id, price }) => [code, { id, price }]))
}

function knownCustomers({ opened }: ReplayShop): Map<string, Id> {
  const query = `SELECT code, id FROM customers WHERE archived_at IS NULL AND code <> ''`
  const rows = opened.writer.sqlite.prepare<[], { code: string; id: Id }>(query).all()
  return new Map(rows.map(({ code, id }) => [code, id]))
}

async function createProduct({ client }: ReplayShop, { code, title, kind, price }: PlannedProduct): Promise<Sku> {
  const { skus } = await client.products.create({
    requestId: requestIdOf('product', code, title, kind, price),
    code,
    title,
    kind,
    category: '',
    baseUnit: kind === 'goods' ? 'pc' : 'x',
    taxRate: 0 as Rate,
    units: [],
    skus: [{ code, variant: '', price, floorPrice: null, barcodes: [] }],
  })
  const [sku] = skus
  if (!sku) throw new Error(`product ${code} has no variant`)
  return { id: sku.id, price }
}

/** Customers are known by number only. */
async function createCustomer({ client }: ReplayShop, code: string): Promise<Id> {
  const requestId = requestIdOf('customer', code)
  const unknown = { phone: '', address: '', note: '', creditLimit: null }
  const { id } = await client.customers.create({ requestId, code, name: code, ...unknown })
  return id
}

async function receiveOpeningStock(
  shop: ReplayShop,
  products: readonly PlannedProduct[],
  skus: ReadonlyMap<string, Sku>,
  pace: Pick<Pace, 'turn'>,
): Promise<boolean> {
  const there = receivedSoFar(shop)
  const lines = products.flatMap(({ code, opening, openingCost }) => {
    const skuId = skus.get(code)?.id ?? 0
    const missing = (opening - (there.get(skuId) ?? 0)) as Quantity
    return missing > 0 ? [{ skuId, quantity: missing, unitCost: openingCost }] : []
  })
  for (let start = 0; start < lines.length; start += MOST_LINES) {
    const part = lines.slice(start, start + MOST_LINES)
    const requestId = requestIdOf('openingStock', JSON.stringify(part))
    await shop.client.stock.receive({ requestId, kind: 'openingStock', supplier: '', note: '', lines: part })
    if (!(await pace.turn())) return false
  }
  return true
}

function receivedSoFar({ opened }: ReplayShop): ReadonlyMap<Id, number> {
  const query = `SELECT sku_id AS skuId, sum(quantity) AS quantity FROM stock_movements WHERE kind = 'openingStock' GROUP BY sku_id`
  const rows = opened.writer.sqlite.prepare<[], { skuId: Id; quantity: number }>(query).all()
  return new Map(rows.map(({ skuId, quantity }) => [skuId, quantity]))
}
