/** What a file's product means for the shop: a new one, a change of one it has, or nothing new. */
import type { ProductInput } from '../../../contract/products.ts'
import type { UnitPrice } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import type { WantedProduct, WantedSku, WantedUnit } from '../../importing/plan.ts'
import type { ReadContext } from '../context.ts'
import { productAsTyped, productIdByCode, productIdByLabel, type KnownProduct } from '../products/queries-for-import.ts'

export type ProductMatch =
  | { readonly outcome: 'created'; readonly input: ProductInput }
  | { readonly outcome: 'changed'; readonly input: ProductInput; readonly known: KnownProduct }
  | { readonly outcome: 'same'; readonly known: KnownProduct }
  | { readonly outcome: 'unitDiffers'; readonly known: KnownProduct }

type Sku = ProductInput['skus'][number]

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
  const { code, title, category, brand, season, unit, bigUnits, skus } = wanted
  const baseUnit = unit ?? PIECE
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
    units: bigUnits.map(typedUnit),
    skus: skus.map((sku) => newSku(sku, baseUnit, wanted)),
  }
}

/** New goods without a price cost nothing at the counter until somebody looks: they wait among 待补资料. */
export const isWithoutPrice = ({ skus }: WantedProduct): boolean => skus.some(({ price }) => price === null)

const typedUnit = ({ name, factor, prices }: WantedUnit) => ({ name, factor, ...prices })

function newSku(sku: WantedSku, baseUnit: string, wanted: WantedProduct): Sku {
  const { code, variant, colour, size, floorPrice, otherPrices } = sku
  const archived = sku.archived && !wanted.archived
  const price = sku.price ?? (0 as UnitPrice)
  return {
    code,
    variant,
    colour,
    size,
    price,
    floorPrice,
    ...otherPrices,
    barcodes: labelsOf(sku, baseUnit, wanted),
    archived,
  }
}

/** One barcode means one unit, and a unit that was left out has none. */
function labelsOf(
  { barcodes, bigBarcodes }: WantedSku,
  baseUnit: string,
  { bigUnits }: WantedProduct,
): Sku['barcodes'] {
  const larger = bigBarcodes.filter(
    ({ barcode, unit }) => !barcodes.includes(barcode) && bigUnits.some(({ name }) => name === unit),
  )
  return [...barcodes.map((barcode) => ({ barcode, unit: baseUnit })), ...larger]
}

function asInput({ productId: _, archived: __, ...input }: KnownProduct): ProductInput {
  return input
}

/** What the file leaves out stays: variants, units and barcodes are added to, never taken away. What is out of sale is not added. */
function changedProduct(known: KnownProduct, wanted: WantedProduct): ProductInput {
  const before = asInput(known)
  const skus: ProductInput['skus'] = before.skus.map((sku) => ({ ...sku }))
  for (const sku of wanted.skus) {
    const at = skus.findIndex((have) => isSame(have, sku, before.skus.length === 1 && wanted.skus.length === 1))
    const have = skus[at]
    if (have) skus[at] = changedSku(have, sku, labelsOf(sku, before.baseUnit, wanted))
    else if (wanted.archived || !sku.archived) skus.push(newSku(sku, before.baseUnit, wanted))
  }
  return {
    ...before,
    title: wanted.title,
    category: wanted.category ?? before.category,
    brand: wanted.brand ?? before.brand,
    season: wanted.season ?? before.season,
    units: wanted.bigUnits.reduce(changedUnits, before.units),
    skus,
  }
}

/** A unit that the shop has keeps its factor: barcodes and prices hang on it. */
function changedUnits(before: ProductInput['units'], larger: WantedUnit): ProductInput['units'] {
  const { name, prices } = larger
  if (!before.some((unit) => unit.name === name)) return [...before, typedUnit(larger)]
  return before.map((unit) => (unit.name === name ? { ...unit, ...saidOf(prices) } : unit))
}

const saidOf = <T extends object>(prices: T) =>
  Object.fromEntries(Object.entries(prices).filter(([, price]) => price !== null)) as Partial<T>

function isSame(have: Sku, wanted: WantedSku, onlyOne: boolean): boolean {
  if (have.archived) return false
  const shares = have.barcodes.some(({ barcode }) => wanted.barcodes.includes(barcode))
  return have.code === wanted.code || have.variant === wanted.variant || shares || onlyOne
}

function changedSku(have: Sku, wanted: WantedSku, labels: Sku['barcodes']): Sku {
  const missing = labels.filter(({ barcode }) => !have.barcodes.some((one) => one.barcode === barcode))
  return {
    ...have,
    ...nameOf(have, wanted),
    price: wanted.price ?? have.price,
    floorPrice: wanted.floorPrice ?? have.floorPrice,
    memberPrice: wanted.otherPrices.memberPrice ?? have.memberPrice,
    wholesalePrice: wanted.otherPrices.wholesalePrice ?? have.wholesalePrice,
    tagPrice: wanted.otherPrices.tagPrice ?? have.tagPrice,
    barcodes: [...have.barcodes, ...missing],
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
