/** What the shop sells: products with their variants (each a SKU), units, barcodes and prices. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { count, pageOf, sortedPage } from './paging.ts'
import { command, query } from './procedure.ts'
import {
  enteredPrice,
  id,
  money,
  optionalText,
  positiveQuantity,
  quantity,
  rate,
  requestId,
  text,
  uid,
  unitPrice,
} from './values.ts'

/** `goods` keep stock, a `service` (postage, alteration) does not. */
export const productKind = z.enum(['goods', 'service'])
export const barcode = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z\-./+ ]{2,47}$/)
const unitName = text(12)

export const unitInput = z.object({
  name: unitName,
  /** In base units. */
  factor: positiveQuantity,
  /** Its own prices, for all variants; null is so many times the base unit's. Absent, these stay as they are. */
  price: enteredPrice.nullable().optional(),
  memberPrice: enteredPrice.nullable().optional(),
  wholesalePrice: enteredPrice.nullable().optional(),
})
export const skuInput = z.object({
  /** Absent for a new variant. */
  id: id.optional(),
  /** The shop's own code (货号). */
  code: text(40),
  /** What tells it from its sisters; empty where the product has one variant. Made from colour and size where they are given. */
  variant: optionalText(60),
  colour: optionalText(28).optional(),
  size: optionalText(28).optional(),
  /** The item code that a label scale prints for it. */
  plu: z
    .string()
    .regex(/^\d{0,7}$/)
    .optional(),
  price: enteredPrice,
  floorPrice: enteredPrice.nullable(),
  /** What members and wholesale customers pay; where null, the price stands for it. Absent, these stay as they are. */
  memberPrice: enteredPrice.nullable().optional(),
  wholesalePrice: enteredPrice.nullable().optional(),
  /** The price printed on the tag (吊牌价). */
  tagPrice: enteredPrice.nullable().optional(),
  barcodes: z.array(z.object({ barcode, unit: unitName })).max(20),
  archived: z.boolean().default(false),
})
export const productInput = z.object({
  code: text(40),
  title: text(120),
  kind: productKind,
  category: optionalText(40),
  /** Absent, these stay as they are. */
  brand: optionalText(40).optional(),
  season: optionalText(20).optional(),
  baseUnit: unitName,
  taxRate: rate,
  /** Sold by weight: the counter asks for it. Its base unit is one of weight. */
  weighed: z.boolean().optional(),
  units: z.array(unitInput).max(10),
  skus: z.array(skuInput).min(1).max(300),
})
export type ProductInput = z.infer<typeof productInput>

export const skuView = z.object({
  id,
  uid,
  code: z.string(),
  variant: z.string(),
  colour: z.string(),
  size: z.string(),
  plu: z.string(),
  price: unitPrice,
  floorPrice: unitPrice.nullable(),
  memberPrice: unitPrice.nullable(),
  wholesalePrice: unitPrice.nullable(),
  tagPrice: unitPrice.nullable(),
  barcodes: z.array(z.object({ barcode: z.string(), unit: z.string() })),
  archived: z.boolean(),
  onHand: quantity,
  /** Only for those who may see cost. */
  value: money.optional(),
  unitCost: unitPrice.optional(),
})
const unitView = z.object({
  name: z.string(),
  factor: quantity,
  price: unitPrice.nullable(),
  memberPrice: unitPrice.nullable(),
  wholesalePrice: unitPrice.nullable(),
})
export const productView = z.object({
  id,
  uid,
  code: z.string(),
  title: z.string(),
  kind: productKind,
  category: z.string(),
  brand: z.string(),
  season: z.string(),
  baseUnit: z.string(),
  taxRate: rate,
  weighed: z.boolean(),
  /** Made at the counter in a hurry (待补资料); saving it by its form clears this. */
  incomplete: z.boolean(),
  units: z.array(unitView),
  archived: z.boolean(),
  skus: z.array(skuView),
})
export type ProductView = z.infer<typeof productView>

/** A SKU as lists and the counter show it. */
export const skuRow = z.object({
  skuId: id,
  productId: id,
  code: z.string(),
  title: z.string(),
  variant: z.string(),
  colour: z.string(),
  size: z.string(),
  category: z.string(),
  kind: productKind,
  unit: z.string(),
  price: unitPrice,
  /** In all warehouses together. */
  onHand: quantity,
  /** Of it, what lies in the main warehouse, where the counter sells from. */
  atCounter: quantity,
  archived: z.boolean(),
  weighed: z.boolean(),
  incomplete: z.boolean(),
  value: money.optional(),
  unitCost: unitPrice.optional(),
})
export type SkuRow = z.infer<typeof skuRow>

/** What a file of goods says of each beyond the list, so that it can be brought in again. */
export const skuParticulars = skuView
  .pick({ floorPrice: true, memberPrice: true, wholesalePrice: true, tagPrice: true, barcodes: true })
  .extend({ styleCode: z.string(), brand: z.string(), season: z.string(), units: z.array(unitView) })
export type SkuParticulars = z.infer<typeof skuParticulars>
export const listedSku = skuRow.extend({ particulars: skuParticulars.optional() })
export type ListedSku = z.infer<typeof listedSku>

/** What a scan or a typed code means. */
export const scanned = skuRow.extend({
  scannedUnit: z.string(),
  /** How much a scale's label says, in base units; one where it is absent. */
  quantity: positiveQuantity.optional(),
  /** What the label says it costs, which is the truth that the customer was told. */
  labelAmount: money.optional(),
})
export type Scanned = z.infer<typeof scanned>

/** A 款 as colour × size, both in the order of the product's variants. A variant with neither stands as a colour. */
export const styleView = z.object({
  productId: id,
  code: z.string(),
  title: z.string(),
  unit: z.string(),
  colours: z.array(z.string()),
  sizes: z.array(z.string()),
  /** A row per colour, a cell per size; null where there is no such variant. */
  cells: z.array(z.array(skuRow.nullable())),
  /** The sum of all cells. */
  onHand: quantity,
})
export type StyleView = z.infer<typeof styleView>

/** What a list of goods may be sorted by: names by pinyin initials, the rest as it reads; `value` by those who may see cost. */
export const SKU_SORTS = ['newest', 'code', 'title', 'price', 'onHand', 'value'] as const
export type SkuSort = (typeof SKU_SORTS)[number]
const stockLevel = z.enum(['any', 'negative', 'none', 'some'])
const skuFilter = z.object({
  kind: productKind.optional(),
  stock: stockLevel.default('any'),
  archived: z.boolean().default(false),
  /** Only what waits for the rest of its particulars (待补资料). */
  incomplete: z.boolean().default(false),
})

export const products = {
  list: query('products.list', { access: 'products.view' })
    .route({ method: 'GET', path: '/products' })
    .input(
      sortedPage.extend({
        search: optionalText(60).default(''),
        ...skuFilter.shape,
        sort: z.enum(SKU_SORTS).default('newest'),
        /** For a file: each with its particulars. */
        withParticulars: z.boolean().default(false),
      }),
    )
    .output(pageOf(listedSku)),
  /** How many there are behind each choice of a filter while the others stay as they are. */
  counts: query('products.counts', { access: 'products.view' })
    .route({ method: 'GET', path: '/products/counts' })
    .input(skuFilter)
    .output(
      z.object({
        stock: z.object({ some: count, none: count, negative: count }),
        incomplete: count,
      }),
    ),
  get: query('products.get', { access: 'products.view' })
    .route({ method: 'GET', path: '/products/{productId}' })
    .input(z.object({ productId: id }))
    .output(productView)
    .errors(refusals('PRODUCT_NOT_FOUND')),
  /** By the product's id, or by its code (款号). */
  style: query('products.style', { access: 'products.view' })
    .route({ method: 'GET', path: '/products/style' })
    .input(z.object({ productId: id.optional(), code: text(40).optional() }))
    .output(styleView)
    .errors(refusals('PRODUCT_NOT_FOUND')),
  /** What a code means, a 款号 of several variants too. */
  lookup: query('products.lookup', { access: 'products.view' })
    .route({ method: 'GET', path: '/products/lookup' })
    .input(z.object({ code: text(60) }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('sku'), found: scanned }),
        z.object({ kind: z.literal('style'), productId: id, title: z.string() }),
        z.object({ kind: z.literal('unknown') }),
      ]),
    ),
  /** What a scan or a typed code means: exactly one SKU and unit, or none. Barcodes and codes first, then scale labels. */
  scan: query('products.scan', { access: 'products.view' })
    .route({ method: 'GET', path: '/products/scan' })
    .input(z.object({ code: text(60) }))
    .output(scanned.nullable()),
  create: command('products.create', { access: 'products.edit' })
    .route({ method: 'POST', path: '/products' })
    .input(productInput.extend({ requestId }))
    .output(productView)
    .errors(
      refusals(
        'CODE_TAKEN',
        'BARCODE_TAKEN',
        'BARCODE_REPEATED',
        'SCALE_CODE_TAKEN',
        'VARIANT_REPEATED',
        'UNIT_REPEATED',
        'UNIT_NOT_FOUND',
        'FLOOR_ABOVE_PRICE',
        'UNIT_BELOW_FLOOR',
      ),
    ),
  update: command('products.update', { access: 'products.edit' })
    .route({ method: 'PUT', path: '/products/{productId}' })
    .input(productInput.extend({ requestId, productId: id }))
    .output(productView)
    .errors(
      refusals(
        'PRODUCT_NOT_FOUND',
        'SKU_NOT_FOUND',
        'CODE_TAKEN',
        'BARCODE_TAKEN',
        'BARCODE_REPEATED',
        'SCALE_CODE_TAKEN',
        'VARIANT_REPEATED',
        'UNIT_REPEATED',
        'UNIT_NOT_FOUND',
        'UNIT_IN_USE',
        'FLOOR_ABOVE_PRICE',
        'UNIT_BELOW_FLOOR',
      ),
    ),
  archive: command('products.archive', { access: 'products.edit' })
    .route({ method: 'POST', path: '/products/{productId}/archive' })
    .input(z.object({ requestId, productId: id, archived: z.boolean() }))
    .output(productView)
    .errors(refusals('PRODUCT_NOT_FOUND', 'CODE_TAKEN', 'BARCODE_TAKEN', 'SCALE_CODE_TAKEN')),
  /**
   * Makes a product of one SKU while the customer waits, tagged 待补资料. Without a code it bears its barcode, without
   * either a 店内码 of its own.
   */
  quickCreate: command('products.quickCreate', { access: 'products.quickCreate' })
    .route({ method: 'POST', path: '/products/quick' })
    .input(
      z.object({
        requestId,
        code: text(40).optional(),
        barcode: barcode.optional(),
        title: text(120),
        price: enteredPrice,
        unit: unitName.default('件'),
      }),
    )
    .output(scanned)
    .errors(refusals('CODE_TAKEN', 'BARCODE_TAKEN')),
  /** From now on that barcode means this SKU, in that unit. */
  bindBarcode: command('products.bindBarcode', { access: 'products.quickCreate' })
    .route({ method: 'POST', path: '/products/barcodes' })
    .input(z.object({ requestId, skuId: id, unit: unitName, barcode }))
    .output(scanned)
    .errors(refusals('SKU_NOT_FOUND', 'UNIT_NOT_FOUND', 'BARCODE_TAKEN')),
  /** Gives goods without a barcode one of the shop's own (店内码): EAN-13, never given twice. */
  giveBarcode: command('products.giveBarcode', { access: 'products.quickCreate' })
    .route({ method: 'POST', path: '/products/inStoreBarcodes' })
    .input(z.object({ requestId, skuId: id }))
    .output(productView)
    .errors(refusals('SKU_NOT_FOUND')),
}
