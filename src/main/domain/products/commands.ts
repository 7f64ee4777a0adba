import { eq } from 'drizzle-orm'
import type { ProductInput } from '../../../contract/products.ts'
import type { Id, Time } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto } from '../../database/prepared.ts'
import type { CommandContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { sortKeyOf } from '../words.ts'
import { levelsOf } from '../stock/queries.ts'
import { archiveSkus, mustBeFree, reindex, saveSkus, withdrawSkus } from './skus.ts'
import { mustBeSound, named } from './input.ts'
import { products, productUnits, skus } from './tables.ts'
import { productRecord, type ProductRecord } from './view.ts'

const insertProduct = insertInto(products)
const insertUnit = insertInto(productUnits)

/** Codes and barcodes are unique among what is in use; prices are per base unit. */
export function createProduct(ctx: CommandContext, asked: ProductInput): Refs {
  const input = named(asked)
  mustBeSound(input)
  mustBeFree(ctx.db, 'product', input.code)
  const productId = insertProduct(ctx.db, { ...fields(input), uid: ctx.ids.uid(ctx.now), createdAt: ctx.now })
  saveUnits(ctx.db, productId, input.units)
  saveSkus(
    ctx,
    { id: productId, title: input.title, archivedAt: null },
    input.skus.map((sku) => ({ ...sku, id: undefined })),
    [],
  )
  reindex(ctx.db, productId, true)
  return { product: productId }
}

/** A variant that is left out is archived, since documents may name it; a unit that a barcode stands for stays. */
export function updateProduct(ctx: CommandContext, asked: ProductInput & { readonly productId: Id }): Refs {
  const input = named(asked)
  const record = productRecord(ctx.db, input.productId)
  const { id, archivedAt } = record.product
  mustBeSound(input, unitNames(record))
  mustKeepKind(ctx.db, record, input.kind)
  mustKeepUnits(record, input)
  if (archivedAt === null) mustBeFree(ctx.db, 'product', input.code, id)
  ctx.db.update(products).set(fields(input)).where(eq(products.id, id)).run()
  ctx.db.delete(productUnits).where(eq(productUnits.productId, id)).run()
  saveUnits(ctx.db, id, input.units)
  withdrawSkus(ctx, id)
  ctx.db
    .update(skus)
    .set({ sortTitle: sortKeyOf(input.title) })
    .where(eq(skus.productId, id))
    .run()
  saveSkus(ctx, { id, title: input.title, archivedAt }, input.skus, record.skus)
  reindex(ctx.db, id)
  return { product: id }
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
function fields({ code, title, kind, category, baseUnit, taxRate, weighed = false }: ProductInput) {
  return { code, title, kind, category, baseUnit, taxRate, weighed, incomplete: false }
}

function saveUnits(db: WriteDb, productId: Id, units: ProductInput['units']): void {
  for (const { name, factor } of units) insertUnit(db, { productId, name, factor })
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
