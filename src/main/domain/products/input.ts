/** What a product may say of itself, before the shop is asked what it has already. */
import type { ProductInput } from '../../../contract/products.ts'
import { priceOfUnit, type UnitPrice } from '../../../contract/values.ts'
import { refuse } from '../errors.ts'

/**
 * Units, variants, codes and barcodes are each named once; a barcode stands for a unit that the product has; no floor price
 * is above its price, nor above that of a larger unit that holds it. @param before the units that the product had: one of those missing is still in use, not unknown
 */
export function mustBeSound(input: ProductInput, before: readonly string[] = []): void {
  const inUse = input.skus.filter(({ archived }) => !archived)
  const units = [input.baseUnit, ...input.units.map(({ name }) => name)]
  const labels = inUse.flatMap((sku) => sku.barcodes)
  mustCoverFloors(input.units, inUse)
  each(repeated(units), (unit) => refuse('UNIT_REPEATED', { unit }))
  each(repeated(inUse.map(({ variant }) => variant)), (variant) => refuse('VARIANT_REPEATED', { variant }))
  each(repeated(inUse.map(({ code }) => code)), (code) => refuse('CODE_TAKEN', { code }))
  each(repeated(labels.map(({ barcode }) => barcode)), (barcode) => refuse('BARCODE_REPEATED', { barcode }))
  for (const { variant, price, floorPrice, barcodes } of input.skus) {
    if (floorPrice !== null && floorPrice > price) refuse('FLOOR_ABOVE_PRICE', { variant })
    each(repeated(barcodes.map(({ barcode }) => barcode)), (barcode) => refuse('BARCODE_REPEATED', { barcode }))
    for (const { unit } of barcodes) {
      if (!units.includes(unit)) refuse(before.includes(unit) ? 'UNIT_IN_USE' : 'UNIT_NOT_FOUND', { unit })
    }
  }
}

/** Else every sale of that unit would need a permission. */
function mustCoverFloors(units: ProductInput['units'], skus: ProductInput['skus']): void {
  const floor = Math.max(0, ...skus.map(({ floorPrice }) => floorPrice ?? 0)) as UnitPrice
  const below = units.find(({ price = null, factor }) => price !== null && price < priceOfUnit(floor, factor))
  if (below) refuse('UNIT_BELOW_FLOOR', { unit: below.name })
}

/** A variant's name is made of its colour and size where it has them: one word for it everywhere. */
export function named<I extends ProductInput>(input: I): I {
  return { ...input, skus: input.skus.map((sku) => ({ ...sku, variant: variantOf(sku) })) }
}

function variantOf({ colour = '', size = '', variant }: ProductInput['skus'][number]): string {
  return [colour, size].filter((part) => part !== '').join(' / ') || variant
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.indexOf(name) !== at)
}

function each(names: readonly string[], refuseIt: (name: string) => never): void {
  for (const name of names) refuseIt(name)
}
