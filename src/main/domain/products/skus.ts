/** The variants of a product, with their barcodes. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { ProductInput } from '../../../contract/products.ts'
import type { Id, Time, UnitPrice } from '../../../contract/values.ts'
import type { ReadDb, WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import type { CommandContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { sortKeyOf } from '../words.ts'
import { barcodes, skus } from './tables.ts'
import type { SkuRecord } from './view.ts'

type SkuInput = Omit<ProductInput['skus'][number], 'id'> & { readonly id?: Id | undefined }

const insertSku = insertInto(skus)
const insertBarcode = insertInto(barcodes)

/** In plain SQL and without drizzle in between: a file asks each of them for every line. */
const holders = prepared(({ $client }: ReadDb) => ({
  product: $client.prepare('select id from products where code = ? and archived_at is null').pluck(),
  sku: $client.prepare('select id from skus where code = ? and archived_at is null').pluck(),
  plu: $client
    .prepare(
      `select products.title from skus join products on products.id = skus.product_id
       where skus.plu = ? and skus.archived_at is null`,
    )
    .pluck(),
  barcode: $client
    .prepare(
      `select products.title from barcodes join skus on skus.id = barcodes.sku_id
       join products on products.id = skus.product_id where barcodes.barcode = ? and barcodes.archived_at is null`,
    )
    .pluck(),
}))
const removeBarcodes = prepared(({ $client }: WriteDb) => $client.prepare('delete from barcodes where sku_id = ?'))

/** Takes all variants and barcodes of a product out of use, so that they can be written again in any order. */
export function withdrawSkus({ db, now }: CommandContext, productId: Id): void {
  const ofProduct = db.select({ id: skus.id }).from(skus).where(eq(skus.productId, productId))
  db.update(barcodes)
    .set({ archivedAt: now })
    .where(and(inArray(barcodes.skuId, ofProduct), isNull(barcodes.archivedAt)))
    .run()
  db.update(skus)
    .set({ archivedAt: now })
    .where(and(eq(skus.productId, productId), isNull(skus.archivedAt)))
    .run()
}

interface Owner {
  readonly id: Id
  readonly title: string
  readonly archivedAt: Time | null
}

/** Writes the variants as they are to be. @param before those that the product has, all withdrawn @returns their ids */
export function saveSkus(
  ctx: CommandContext,
  product: Owner,
  inputs: readonly SkuInput[],
  before: readonly SkuRecord[],
): Id[] {
  const left = new Map(before.map((sku) => [sku.id, sku]))
  const saved = inputs.map((input) => {
    const earlier =
      input.id === undefined ? undefined : (left.get(input.id) ?? refuse('SKU_NOT_FOUND', { skuId: input.id }))
    if (earlier) left.delete(earlier.id)
    return saveSku(ctx, product, input, earlier)
  })
  // Left out of an archived product, a variant must not come back with it.
  const withProduct = [...left.values()].filter(
    ({ archivedAt }) => archivedAt !== null && archivedAt === product.archivedAt,
  )
  archiveSkus(ctx.db, withProduct, (ctx.now === product.archivedAt ? ctx.now + 1 : ctx.now) as Time)
  return saved
}

function saveSku(
  { db, ids, now }: CommandContext,
  product: Owner,
  input: SkuInput,
  earlier: SkuRecord | undefined,
): Id {
  const archivedAt = input.archived ? (earlier?.archivedAt ?? now) : product.archivedAt
  const { colour, size } = input
  const plu = input.plu?.replace(/^0+(?=.)/, '')
  const row = {
    code: input.code,
    variant: input.variant,
    price: input.price,
    floorPrice: input.floorPrice,
    memberPrice: said(input.memberPrice, earlier?.memberPrice),
    wholesalePrice: said(input.wholesalePrice, earlier?.wholesalePrice),
    tagPrice: said(input.tagPrice, earlier?.tagPrice),
    archivedAt,
    sortTitle: sortKeyOf(product.title),
    ...{ colour: given(colour), size: given(size), plu: given(plu) },
  }
  if (archivedAt === null) {
    mustBeFree(db, 'sku', input.code)
    mustBeUnprinted(db, row.plu)
  }
  if (earlier) db.update(skus).set(row).where(eq(skus.id, earlier.id)).run()
  const skuId = earlier?.id ?? insertSku(db, { ...row, productId: product.id, uid: ids.uid(now) })
  if (earlier) removeBarcodes(db).run(skuId)
  for (const { barcode, unit } of input.barcodes) {
    if (archivedAt === null) mustBeUnused(db, barcode)
    insertBarcode(db, { skuId, barcode, unit, archivedAt })
  }
  return skuId
}

/** What is left out stays as it is. */
export const said = (price: UnitPrice | null | undefined, before: UnitPrice | null | undefined): UnitPrice | null =>
  price === undefined ? (before ?? null) : price

/** What says nothing is not stored. */
export const given = (text: string | null | undefined): string | null => text || null

/** Archives variants with their barcodes, or brings them back where their codes are still free. */
export function archiveSkus(db: WriteDb, rows: readonly SkuRecord[], archivedAt: Time | null): void {
  for (const { id, code: skuCode, plu } of rows) {
    if (archivedAt === null) {
      mustBeFree(db, 'sku', skuCode)
      mustBeUnprinted(db, plu)
      const labels = db.select({ barcode: barcodes.barcode }).from(barcodes).where(eq(barcodes.skuId, id)).all()
      for (const { barcode } of labels) mustBeUnused(db, barcode)
    }
    db.update(skus).set({ archivedAt }).where(eq(skus.id, id)).run()
    db.update(barcodes).set({ archivedAt }).where(eq(barcodes.skuId, id)).run()
  }
}

/** A code names one product, and one SKU, in use. */
export function mustBeFree(db: ReadDb, what: 'product' | 'sku', wanted: string, except?: Id): void {
  const holder = holders(db)[what].get(wanted) as Id | undefined
  if (holder !== undefined && holder !== except) refuse('CODE_TAKEN', { code: wanted })
}

/** A label scale knows one SKU by each item code. */
function mustBeUnprinted(db: ReadDb, plu: string | null): void {
  if (plu === null) return
  const title = holders(db).plu.get(plu) as string | undefined
  if (title !== undefined) refuse('SCALE_CODE_TAKEN', { scaleCode: plu, title })
}

/** The title of the goods in use that have a barcode. */
const holderOf = (db: ReadDb, barcode: string) => holders(db).barcode.get(barcode) as string | undefined

export const isUsed = (db: ReadDb, barcode: string): boolean => holderOf(db, barcode) !== undefined

export function mustBeUnused(db: ReadDb, barcode: string): void {
  const title = holderOf(db, barcode)
  if (title !== undefined) refuse('BARCODE_TAKEN', { barcode, title })
}
