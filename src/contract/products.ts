/** What the shop sells: products with their variants (each a SKU), units, barcodes and prices. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { page, pageOf } from './paging.ts'
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

export const unitInput = z.object({ name: unitName, factor: positiveQuantity })
export const skuInput = z.object({
  /** Absent for a new variant. */
  id: id.optional(),
  /** The shop's own code (货号). */
  code: text(40),
  /** Colour and size, say; empty where the product has one variant. */
  variant: optionalText(60),
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
  baseUnit: unitName,
  taxRate: rate,
  units: z.array(unitInput).max(10),
  skus: z.array(skuInput).min(1).max(300),
})
export type ProductInput = z.infer<typeof productInput>

export const skuView = z.object({
  id,
  uid,
  code: z.string(),
  variant: z.string(),
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
export const productView = z.object({
  id,
  uid,
  code: z.string(),
  title: z.string(),
  kind: productKind,
  category: z.string(),
  baseUnit: z.string(),
  taxRate: rate,
  units: z.array(z.object({ name: z.string(), factor: quantity })),
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
  category: z.string(),
  kind: productKind,
  unit: z.string(),
  price: unitPrice,
  onHand: quantity,
  archived: z.boolean(),
  value: money.optional(),
  unitCost: unitPrice.optional(),
})
export type SkuRow = z.infer<typeof skuRow>

export const products = {
  list: query('products.list', { access: 'products.view' })
    .route({ method: 'GET', path: '/products' })
    .input(
      page.extend({
        search: optionalText(60).default(''),
        kind: productKind.optional(),
        stock: z.enum(['any', 'negative', 'none', 'some']).default('any'),
        archived: z.boolean().default(false),
      }),
    )
    .output(pageOf(skuRow)),
  get: query('products.get', { access: 'products.view' })
    .route({ method: 'GET', path: '/products/{productId}' })
    .input(z.object({ productId: id }))
    .output(productView)
    .errors(refusals('PRODUCT_NOT_FOUND')),
  /** What a scan or a typed code means: exactly one SKU and unit, or none. */
  scan: query('products.scan', { access: 'products.view' })
    .route({ method: 'GET', path: '/products/scan' })
    .input(z.object({ code: text(60) }))
    .output(skuRow.extend({ scannedUnit: z.string() }).nullable()),
  create: command('products.create', { access: 'products.edit' })
    .route({ method: 'POST', path: '/products' })
    .input(productInput.extend({ requestId }))
    .output(productView)
    .errors(
      refusals(
        'CODE_TAKEN',
        'BARCODE_TAKEN',
        'BARCODE_REPEATED',
        'VARIANT_REPEATED',
        'UNIT_REPEATED',
        'UNIT_NOT_FOUND',
        'FLOOR_ABOVE_PRICE',
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
        'VARIANT_REPEATED',
        'UNIT_REPEATED',
        'UNIT_NOT_FOUND',
        'UNIT_IN_USE',
        'FLOOR_ABOVE_PRICE',
      ),
    ),
  archive: command('products.archive', { access: 'products.edit' })
    .route({ method: 'POST', path: '/products/{productId}/archive' })
    .input(z.object({ requestId, productId: id, archived: z.boolean() }))
    .output(productView)
    .errors(refusals('PRODUCT_NOT_FOUND', 'CODE_TAKEN', 'BARCODE_TAKEN')),
}
