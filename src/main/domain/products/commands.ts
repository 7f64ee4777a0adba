import { eq } from 'drizzle-orm'
import type { ProductInput } from '../../../contract/products.ts'
import type { Id, Time } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto } from '../../database/prepared.ts'
import type { CommandContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { sortKeyOf } from '../words.ts'
import { levelsOf } from '../stock/queries.ts'
import { mustBeSound, named } from './input.ts'
import { reindex, saveWords, type Findable } from './search-commands.ts'
import { archiveSkus, given, mustBeFree, said, saveSkus, withdrawSkus } from './skus.ts'
import { products, productUnits, skus } from './tables.ts'
import { productRecord, type ProductRecord } from './view.ts'

const insertProduct = insertInto(products)
const insertUnit = insertInto(productUnits)

/** Codes and barcodes are unique among what is in use; prices are per base unit. */
export function createProduct(ctx: CommandContext, asked: ProductInput): Refs {
  const { productId, findable } = addProduct(ctx, asked)
  saveWords(ctx.db, findable)
  return { product: productId }
}

/** A new product without its words: who adds many, each within a savepoint, saves all of them at the end. */
export function addProduct(
  ctx: CommandContext,
  asked: ProductInput,
  incomplete = false,
): { readonly productId: Id; readonly findable: readonly Findable[] } {
  const input = named(asked)
  mustBeSound(input)
  mustBeFree(ctx.db, 'product', input.code)
  const product = { ...fields(input), incomplete }
  const productId = insertProduct(ctx.db, { ...product, uid: ctx.ids.uid(ctx.now), createdAt: ctx.now })
  saveUnits(ctx.db, productId, input.units)
  const added = input.skus.map((sku) => ({ ...sku, id: undefined }))
  const ids = saveSkus(ctx, { id: productId, title: input.title, archivedAt: null }, added, [])
  const findable = ids.map((skuId, at): Findable => {
    const { code = '', variant = '', barcodes = [] } = added[at] ?? {}
    return { skuId, product, sku: { code, variant }, barcodes: barcodes.map(({ barcode }) => barcode) }
  })
  return { productId, findable }
}

/** A variant that is left out is archived, since documents may name it; a unit that a barcode stands for stays. */
export function updateProduct(ctx: CommandContext, asked: ProductUpdate): Refs {
  const productId = changeProduct(ctx, asked)
  reindex(ctx.db, productId)
  return { product: productId }
}

type ProductUpdate = ProductInput & { readonly productId: Id }

/** Without its words, as `addProduct` does. */
export function changeProduct(ctx: CommandContext, asked: ProductUpdate): Id {
  const input = named(asked)
  const record = productRecord(ctx.db, input.productId)
  const { id, archivedAt } = record.product
  mustBeSound(input, unitNames(record))
  mustKeepKind(ctx.db, record, input.kind)
  mustKeepUnits(record, input)
  if (archivedAt === null) mustBeFree(ctx.db, 'product', input.code, id)
  ctx.db.update(products).set(fields(input, record.product)).where(eq(products.id, id)).run()
  ctx.db.delete(productUnits).where(eq(productUnits.productId, id)).run()
  saveUnits(ctx.db, id, input.units, record.units)
  withdrawSkus(ctx, id)
  ctx.db
    .update(skus)
    .set({ sortTitle: sortKeyOf(input.title) })
    .where(eq(skus.productId, id))
    .run()
  saveSkus(ctx, { id, title: input.title, archivedAt }, input.skus, record.skus)
  return id
}

/** Its variants and barcodes go and come back with a product; those archived before it stay archived. */
export function archiveProduct(
  ctx: CommandContext,
  { productId, archived }: { readonly productId: Id; readonly archived: boolean },
): Refs {
  const { product, skus: variants } = productRecord(ctx.db, productId)
  if (archived === (product.archivedAt !== null)) return { product: productId }
  const at = archived ? laterThanAll(ctx.now, variants) : null
  if (!archived) mustBeFree(ctx.db, 'product', product.code, productId)
  ctx.db.update(products).set({ archivedAt: at }).where(eq(products.id, productId)).run()
  const together = variants.filter((sku) => sku.archivedAt === product.archivedAt)
  archiveSkus(ctx.db, together, at)
  return { product: productId }
}

/** The moment by which the variants that went with the product are known again. */
function laterThanAll(now: Time, skus: ProductRecord['skus']): Time {
  return Math.max(now, ...skus.map(({ archivedAt }) => (archivedAt ?? 0) + 1)) as Time
}

/** What has been through the form is complete. */
function fields(input: ProductInput, before?: ProductRecord['product']) {
  const { code, title, kind, category, baseUnit, taxRate, weighed = false } = input
  const { brand = before?.brand, season = before?.season } = input
  const optional = { brand: given(brand), season: given(season) }
  return { code, title, kind, category, ...optional, baseUnit, taxRate, weighed, incomplete: false }
}

function saveUnits(
  db: WriteDb,
  productId: Id,
  units: ProductInput['units'],
  before: ProductRecord['units'] = [],
): void {
  for (const { name, factor, ...asked } of units) {
    const earlier = before.find((unit) => unit.name === name)
    const price = said(asked.price, earlier?.price)
    const memberPrice = said(asked.memberPrice, earlier?.memberPrice)
    const wholesalePrice = said(asked.wholesalePrice, earlier?.wholesalePrice)
    insertUnit(db, { productId, name, factor, price, memberPrice, wholesalePrice })
  }
}

const unitNames = ({ product, units }: ProductRecord) => [product.baseUnit, ...units.map(({ name }) => name)]

/** Stock hangs on the kind: once goods have moved they stay goods. */
function mustKeepKind(db: WriteDb, { product, skus }: ProductRecord, kind: ProductInput['kind']): void {
  if (kind === product.kind) return
  const moved =
    levelsOf(
      db,
      skus.map(({ id }) => id),
    ).size > 0
  if (moved) refuse('INPUT_INVALID', { fields: [{ path: 'kind', rule: 'fixed' }] })
}

/** Barcodes of archived variants count too, for they come back with them. */
function mustKeepUnits({ skus, barcodesOf }: ProductRecord, input: ProductInput): void {
  const kept = new Set([input.baseUnit, ...input.units.map(({ name }) => name)])
  const rewritten = new Set(input.skus.map(({ id }) => id))
  for (const sku of skus) {
    if (rewritten.has(sku.id)) continue
    for (const { unit } of barcodesOf(sku.id)) if (!kept.has(unit)) refuse('UNIT_IN_USE', { unit })
  }
}
