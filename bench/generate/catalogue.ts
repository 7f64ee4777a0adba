/** Very many goods and customers, each with the words they are found by and the command that made them. */
import type { Id, Rate, Time, UnitPrice } from '../../src/contract/values.ts'
import { customerWords } from '../../src/main/domain/customers/words.ts'
import { skuWords } from '../../src/main/domain/products/words.ts'
import { insideBarcode } from '../../src/main/demo/invented/barcodes.ts'
import { sortKeyOf } from '../../src/main/domain/words.ts'
import { COLOURS, customerName, garmentTitle, SIZES, teaTitle } from './words.ts'
import type { World } from './world.ts'

/** What a line of a document needs of a SKU. */
export interface Good {
  readonly skuId: Id
  readonly code: string
  readonly title: string
  readonly variant: string
  readonly unit: string
  readonly kind: 'goods' | 'service'
  readonly price: UnitPrice
  readonly taxRate: Rate
}

export interface Buyer {
  readonly id: Id
  readonly name: string
  readonly phone: string
  readonly address: string
}

const TAX_RATES = [0, 100, 300] as Rate[]

/** @returns the SKUs that are traded: not the archived ones */
export function writeProducts(world: World, count: number, at: Time): Good[] {
  const goods: Good[] = []
  for (let number = 1; number <= count; number += 1) goods.push(...writeProduct(world, number, at))
  return goods
}

function writeProduct(world: World, number: number, at: Time): Good[] {
  const { tables, ids, chance } = world
  const isService = number % 250 === 0
  const isTea = chance.happens(0.4)
  const product = {
    code: `${isService ? 'F' : isTea ? 'C' : 'Y'}${String(number).padStart(5, '0')}`,
    title: isService ? `定制服务 ${number}` : isTea ? teaTitle(chance) : garmentTitle(chance),
    kind: isService ? ('service' as const) : ('goods' as const),
    category: isService ? '服务' : isTea ? '茶叶' : '服装',
    baseUnit: isService ? '次' : isTea ? '斤' : '件',
    taxRate: chance.pick(TAX_RATES),
  }
  const isArchived = number % 97 === 0
  const archivedAt = isArchived ? at : null
  const productId = tables.products({ ...product, uid: ids.uid(at), createdAt: at, archivedAt })
  const variants =
    isTea || isService || !chance.happens(0.15)
      ? ['']
      : SIZES.slice(0, 3).map((size) => `${chance.pick(COLOURS)} ${size}`)
  const skus = variants.map((variant, index) => {
    const code = variants.length === 1 ? product.code : `${product.code}-${index + 1}`
    const price = (chance.between(10, 900) * 10_000) as UnitPrice
    const floorPrice = chance.happens(0.3) ? (Math.floor(price / 2) as UnitPrice) : null
    const sortTitle = sortKeyOf(product.title)
    const skuId = tables.skus({ uid: ids.uid(at), productId, code, variant, price, floorPrice, archivedAt, sortTitle })
    const barcode = insideBarcode(skuId)
    tables.barcodes({ skuId, barcode, unit: product.baseUnit, archivedAt })
    tables.productSearch({ rowid: skuId, words: skuWords({ product, sku: { code, variant }, barcodes: [barcode] }) })
    return { skuId, code, variant, price, floorPrice, barcodes: [{ barcode, unit: product.baseUnit }], archived: false }
  })
  const said = skus.map(({ skuId: _, ...sku }) => sku)
  world.record(at, 'products.create', { ...product, units: [], skus: said }, { product: productId })
  if (isArchived) world.record(at, 'products.archive', { productId, archived: true }, { product: productId })
  const { title, kind, taxRate } = product
  return isArchived ? [] : skus.map((sku) => ({ ...sku, title, kind, taxRate, unit: product.baseUnit }))
}

/** A part of the range 1380000xxxx that is given to nobody; these are no persons. */
const phoneOf = (number: number): string => `1380000${String(number % 10_000).padStart(4, '0')}`

export function writeCustomers(world: World, count: number, at: Time): Buyer[] {
  const { tables, ids, chance } = world
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1
    const said = {
      code: `K${String(number).padStart(5, '0')}`,
      name: customerName(chance, number),
      phone: phoneOf(number),
      address: chance.happens(0.5) ? `示例路 ${number} 号` : '',
      note: '',
      creditLimit: null,
    }
    const id = tables.customers({ ...said, sortName: sortKeyOf(said.name), uid: ids.uid(at), createdAt: at })
    tables.customerSearch({ rowid: id, words: customerWords(said) })
    world.record(at, 'customers.create', said, { customer: id })
    return { id, name: said.name, phone: said.phone, address: said.address }
  })
}
