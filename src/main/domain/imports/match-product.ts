/** What a file's product means for the shop: a new one, a change of one it has, or nothing new. */
import type { ProductInput } from '../../../contract/products.ts'
import type { UnitPrice } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import type { WantedProduct, WantedSku } from '../../importing/plan.ts'
import type { ReadContext } from '../context.ts'
import { productAsTyped, productIdByCode, productIdByLabel, type KnownProduct } from '../products/queries-for-import.ts'

export type ProductMatch =
  | { readonly outcome: 'created'; readonly input: ProductInput }
  | { readonly outcome: 'changed'; readonly input: ProductInput; readonly known: KnownProduct }
  | { readonly outcome: 'same'; readonly known: KnownProduct }
  | { readonly outcome: 'unitDiffers'; readonly known: KnownProduct }

/** Where no file and no shop says what one is counted in. */
const PIECE = '件'

export function matchProduct(ctx: ReadContext, wanted: WantedProduct): ProductMatch {
  const known = knownProduct(ctx.db, wanted)
  if (!known) return { outcome: 'created', input: newProduct(ctx, wanted) }
  if (wanted.unit !== null && wanted.unit !== known.baseUnit) return { outcome: 'unitDiffers', known }
  const input = changedProduct(known, wanted)
  const isSame = JSON.stringify(input) === JSON.stringify(asInput(known)) && !(wanted.archived && !known.archived)
  return isSame ? { outcome: 'same', known } : { outcome: 'changed', input, known }
}

function knownProduct(db: ReadDb, wanted: WantedProduct): KnownProduct | undefined {
  let id = productIdByCode(db, wanted.code)
  for (const label of wanted.skus.flatMap((sku) => [sku.code, ...sku.barcodes])) id ??= productIdByLabel(db, label)
  return id === undefined ? undefined : productAsTyped(db, id)
}

function newProduct({ shop }: ReadContext, wanted: WantedProduct): ProductInput {
  const { code, title, category, brand, season, unit, bigUnit, skus } = wanted
  const baseUnit = unit ?? PIECE
  const [first] = skus
  return {
    ...{
      code,
      title,
      kind: 'goods',
      category: category ?? '',
      brand: brand ?? '',
      season: season ?? '',
      baseUnit,
      taxRate: shop.profile.defaultTaxRate,
    },
    units: bigUnit ? [{ name: bigUnit.name, factor: bigUnit.factor, ...bigUnit.prices }] : [],
    skus: skus.map((sku) => newSku(sku, baseUnit, sku === first ? bigUnit : null)),
  }
}

/** New goods without a price cost nothing at the counter until somebody looks: they wait among 待补资料. */
export const isWithoutPrice = ({ skus }: WantedProduct): boolean => skus.some(({ price }) => price === null)

function newSku(sku: WantedSku, baseUnit: string, bigUnit: WantedProduct['bigUnit']): ProductInput['skus'][number] {
  const barcodes = sku.barcodes.map((barcode) => ({ barcode, unit: baseUnit }))
  if (bigUnit?.barcode && !sku.barcodes.includes(bigUnit.barcode)) {
    barcodes.push({ barcode: bigUnit.barcode, unit: bigUnit.name })
  }
  const { code, variant, colour, size, floorPrice, otherPrices } = sku
  const price = sku.price ?? (0 as UnitPrice)
  return { code, variant, colour, size, price, floorPrice, ...otherPrices, barcodes, archived: false }
}

function asInput({ productId: _, archived: __, ...input }: KnownProduct): ProductInput {
  return input
}

/** What the file leaves out stays: variants, units and barcodes are added to, never taken away. */
function changedProduct(known: KnownProduct, wanted: WantedProduct): ProductInput {
  const { bigUnit } = wanted
  const before = asInput(known)
  const skus: ProductInput['skus'] = before.skus.map((sku) => ({ ...sku }))
  for (const sku of wanted.skus) {
    const at = skus.findIndex((have) => isSame(have, sku, before.skus.length === 1 && wanted.skus.length === 1))
    const have = skus[at]
    if (have) skus[at] = changedSku(have, sku, before.baseUnit)
    else skus.push(newSku(sku, before.baseUnit, null))
  }
  return {
    ...before,
    title: wanted.title,
    category: wanted.category ?? before.category,
    brand: wanted.brand ?? before.brand,
    season: wanted.season ?? before.season,
    units: changedUnits(before.units, bigUnit),
    skus,
  }
}

/** A unit that the shop has keeps its factor: barcodes and prices hang on it. */
function changedUnits(before: ProductInput['units'], bigUnit: WantedProduct['bigUnit']): ProductInput['units'] {
  if (!bigUnit) return before
  const { name, factor, prices } = bigUnit
  if (!before.some((unit) => unit.name === name)) return [...before, { name, factor, ...prices }]
  return before.map((unit) => (unit.name === name ? { ...unit, ...saidOf(prices) } : unit))
}

const saidOf = <T extends object>(prices: T) =>
  Object.fromEntries(Object.entries(prices).filter(([, price]) => price !== null)) as Partial<T>

type Sku = ProductInput['skus'][number]

function isSame(have: Sku, wanted: WantedSku, onlyOne: boolean): boolean {
  if (have.archived) return false
  const shares = have.barcodes.some(({ barcode }) => wanted.barcodes.includes(barcode))
  return have.code === wanted.code || have.variant === wanted.variant || shares || onlyOne
}

function changedSku(have: Sku, wanted: WantedSku, unit: string): Sku {
  const missing = wanted.barcodes.filter((barcode) => !have.barcodes.some((one) => one.barcode === barcode))
  return {
    ...have,
    ...nameOf(have, wanted),
    price: wanted.price ?? have.price,
    floorPrice: wanted.floorPrice ?? have.floorPrice,
    memberPrice: wanted.otherPrices.memberPrice ?? have.memberPrice,
    wholesalePrice: wanted.otherPrices.wholesalePrice ?? have.wholesalePrice,
    tagPrice: wanted.otherPrices.tagPrice ?? have.tagPrice,
    barcodes: [...have.barcodes, ...missing.map((barcode) => ({ barcode, unit }))],
  }
}

/** A file without colours and sizes takes none away. */
function nameOf(have: Sku, { variant, colour, size }: WantedSku): Pick<Sku, 'variant' | 'colour' | 'size'> {
  const isTold = colour !== '' || size !== ''
  const hasParts = have.colour !== '' || have.size !== ''
  return variant === '' || (hasParts && !isTold)
    ? { variant: have.variant, colour: have.colour, size: have.size }
    : { variant, colour, size }
}
