/** The variants of a product, with their barcodes and the words that they are found by. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { ProductInput } from '../../../contract/products.ts'
import type { Id, Time, UnitPrice } from '../../../contract/values.ts'
import type { ReadDb, WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import type { CommandContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { barcodes, products, productSearch, skus } from './tables.ts'
import { productRecord, type SkuRecord } from './view.ts'
import { sortKeyOf } from '../words.ts'
import { skuWords } from './words.ts'

type SkuInput = Omit<ProductInput['skus'][number], 'id'> & { readonly id?: Id | undefined }

const insertSku = insertInto(skus)
const insertBarcode = insertInto(barcodes)
const insertWords = insertInto(productSearch)
const code = sql.placeholder('code')

const statements = prepared((db: ReadDb) => ({
  product: db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.code, code), isNull(products.archivedAt)))
    .prepare(),
  sku: db
    .select({ id: skus.id })
    .from(skus)
    .where(and(eq(skus.code, code), isNull(skus.archivedAt)))
    .prepare(),
  plu: db
    .select({ title: products.title })
    .from(skus)
    .innerJoin(products, eq(products.id, skus.productId))
    .where(and(eq(skus.plu, code), isNull(skus.archivedAt)))
    .prepare(),
  barcode: db
    .select({ skuId: barcodes.skuId, title: products.title })
    .from(barcodes)
    .innerJoin(skus, eq(skus.id, barcodes.skuId))
    .innerJoin(products, eq(products.id, skus.productId))
    .where(and(eq(barcodes.barcode, code), isNull(barcodes.archivedAt)))
    .prepare(),
}))
const removals = prepared((db: WriteDb) => ({
  barcodes: db
    .delete(barcodes)
    .where(eq(barcodes.skuId, sql.placeholder('skuId')))
    .prepare(),
  words: db
    .delete(productSearch)
    .where(eq(productSearch.rowid, sql.placeholder('skuId')))
    .prepare(),
}))

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

/** Writes the variants as they are to be. @param before those that the product has, all withdrawn */
export function saveSkus(
  ctx: CommandContext,
  product: Owner,
  inputs: readonly SkuInput[],
  before: readonly SkuRecord[],
): void {
  const left = new Map(before.map((sku) => [sku.id, sku]))
  for (const input of inputs) {
    const earlier =
      input.id === undefined ? undefined : (left.get(input.id) ?? refuse('SKU_NOT_FOUND', { skuId: input.id }))
    if (earlier) left.delete(earlier.id)
    saveSku(ctx, product, input, earlier)
  }
  // Left out of an archived product, a variant must not come back with it.
  const withProduct = [...left.values()].filter(
    ({ archivedAt }) => archivedAt !== null && archivedAt === product.archivedAt,
  )
  archiveSkus(ctx.db, withProduct, (ctx.now === product.archivedAt ? ctx.now + 1 : ctx.now) as Time)
}

function saveSku(
  { db, ids, now }: CommandContext,
  product: Owner,
  input: SkuInput,
  earlier: SkuRecord | undefined,
): void {
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
    ...given({ colour, size, plu }),
  }
  if (archivedAt === null) {
    mustBeFree(db, 'sku', input.code)
    mustBeUnprinted(db, row.plu)
  }
  if (earlier) db.update(skus).set(row).where(eq(skus.id, earlier.id)).run()
  const skuId = earlier?.id ?? insertSku(db, { ...row, productId: product.id, uid: ids.uid(now) })
  if (earlier) removals(db).barcodes.run({ skuId })
  for (const { barcode, unit } of input.barcodes) {
    if (archivedAt === null) mustBeUnused(db, barcode)
    insertBarcode(db, { skuId, barcode, unit, archivedAt })
  }
}

/** What is left out stays as it is. */
const said = (price: UnitPrice | null | undefined, before: UnitPrice | null | undefined): UnitPrice | null =>
  price === undefined ? (before ?? null) : price

/** What says nothing is not stored. */
function given<K extends string>(texts: Record<K, string | undefined>): Record<K, string | null> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text || null])) as Record<K, string | null>
}

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
  const holder = statements(db)[what].get({ code: wanted })
  if (holder && holder.id !== except) refuse('CODE_TAKEN', { code: wanted })
}

/** A label scale knows one SKU by each item code. */
function mustBeUnprinted(db: ReadDb, plu: string | null): void {
  const holder = plu === null ? undefined : statements(db).plu.get({ code: plu })
  if (plu !== null && holder) refuse('SCALE_CODE_TAKEN', { scaleCode: plu, title: holder.title })
}

/** Whose barcode it is, among those in use. */
export const holderOf = (db: ReadDb, barcode: string) => statements(db).barcode.get({ code: barcode })

export function mustBeUnused(db: ReadDb, barcode: string): void {
  const holder = holderOf(db, barcode)
  if (holder) refuse('BARCODE_TAKEN', { barcode, title: holder.title })
}

/** Writes the words of all variants again, for each is found by the product's title. A new product has none yet. */
export function reindex(db: WriteDb, productId: Id, isNew = false): void {
  const { product, skus: rows, barcodesOf } = productRecord(db, productId)
  for (const sku of rows) {
    const words = skuWords({ product, sku, barcodes: barcodesOf(sku.id).map(({ barcode }) => barcode) })
    if (!isNew) removals(db).words.run({ skuId: sku.id })
    insertWords(db, { rowid: sku.id, words })
  }
}
