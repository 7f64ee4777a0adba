/** What the counter does about goods that the shop does not know yet, while the customer waits. */
import { checkDigit } from '../../../contract/scale-codes.ts'
import type { Id, UnitPrice } from '../../../contract/values.ts'
import { insertInto } from '../../database/prepared.ts'
import type { CommandContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { sortKeyOf } from '../words.ts'
import { sellableSku, type SellableSku } from './queries.ts'
import { reindex, saveWords } from './search-commands.ts'
import { isUsed, mustBeFree, mustBeUnused } from './skus.ts'
import { barcodes, inStoreCodes, products, skus } from './tables.ts'

interface QuickProduct {
  readonly code?: string | undefined
  readonly barcode?: string | undefined
  readonly title: string
  readonly price: UnitPrice
  readonly unit: string
}

const insertProduct = insertInto(products)
const insertSku = insertInto(skus)
const insertBarcode = insertInto(barcodes)
const insertInStoreCode = insertInto(inStoreCodes)
const CODE_LENGTH = 40
const NUMBER_DIGITS = 10

/** A name and a price make goods that can be sold at once; the rest is asked for later (待补资料). */
export function quickCreate(ctx: CommandContext, { title, price, unit, ...asked }: QuickProduct): Refs {
  const { db, ids, now } = ctx
  const barcode = asked.barcode ?? (asked.code === undefined ? nextInStoreCode(ctx) : undefined)
  const code = asked.code ?? barcode?.slice(0, CODE_LENGTH) ?? ''
  mustBeFree(db, 'product', code)
  mustBeFree(db, 'sku', code)
  const product = insertProduct(db, {
    ...{ uid: ids.uid(now), code, title, kind: 'goods', category: '', baseUnit: unit },
    ...{ taxRate: ctx.shop.profile.defaultTaxRate, createdAt: now, weighed: false, incomplete: true },
  })
  const sku = insertSku(db, {
    uid: ids.uid(now),
    productId: product,
    code,
    variant: '',
    price,
    sortTitle: sortKeyOf(title),
  })
  if (barcode !== undefined) label(ctx, sku, { barcode, unit })
  const barcodes = barcode === undefined ? [] : [barcode]
  saveWords(db, [{ skuId: sku, product: { code, title, category: '' }, sku: { code, variant: '' }, barcodes }])
  return { product, sku, unit }
}

/** Binds a barcode that nobody has to goods in use, in a unit that they have. */
export function bindBarcode(
  ctx: CommandContext,
  { skuId, unit, barcode }: { readonly skuId: Id; readonly unit: string; readonly barcode: string },
): Refs {
  const { productId, units } = inUse(ctx, skuId)
  if (!units.some(({ name }) => name === unit)) refuse('UNIT_NOT_FOUND', { unit })
  label(ctx, skuId, { barcode, unit })
  reindex(ctx.db, productId)
  return { product: productId, sku: skuId, unit }
}

/** A barcode of the shop's own for goods that came without one. */
export function giveBarcode(ctx: CommandContext, { skuId }: { readonly skuId: Id }): Refs {
  const { productId, baseUnit: unit } = inUse(ctx, skuId)
  label(ctx, skuId, { barcode: nextInStoreCode(ctx), unit })
  reindex(ctx.db, productId)
  return { product: productId, sku: skuId }
}

function inUse({ db }: CommandContext, skuId: Id): SellableSku {
  const sku = sellableSku(db, skuId)
  return sku && !sku.archived ? sku : refuse('SKU_NOT_FOUND', { skuId })
}

function label(
  { db }: CommandContext,
  skuId: Id,
  { barcode, unit }: { readonly barcode: string; readonly unit: string },
): void {
  mustBeUnused(db, barcode)
  insertBarcode(db, { skuId, barcode, unit })
}

/** Counts on for ever, whatever the prefix: a sticker once printed never comes to mean other goods. */
function nextInStoreCode({ db, now, shop }: CommandContext): string {
  for (;;) {
    const number = String(insertInStoreCode(db, { recordedAt: now })).padStart(NUMBER_DIGITS, '0')
    const digits = `${shop.profile.inStorePrefix}${number}`
    const barcode = `${digits}${checkDigit(digits)}`
    if (!isUsed(db, barcode)) return barcode
  }
}
