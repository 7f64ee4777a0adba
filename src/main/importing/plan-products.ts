/** Rows of one style become one product: its variants stand in rows of their own, or in columns of their sizes. */
import type { ImportField } from '../../contract/imports.ts'
import type { Quantity, UnitPrice } from '../../contract/values.ts'
import { barcode as barcodeSchema } from '../../contract/products.ts'
import { largerBarcodes, largerUnits } from './larger-units.ts'
import { isArchived } from './numbers.ts'
import { countsOf, worthOf } from './plan-stock.ts'
import { OTHER_PRICES, variantOf, type PlanEntry, type Problem, type WantedProduct, type WantedSku } from './plan.ts'
import { isSpoiled, type RowReader } from './reader-of-row.ts'

/** What a file of several styles must remember of those before: barcodes, with the style that has them. */
export type Barcodes = Map<string, { readonly code: string; readonly row: number }>

export interface Planned {
  readonly entry: PlanEntry
  readonly stock: readonly PlanEntry[]
  readonly notes: readonly Problem[]
}

const MOST_VARIANTS = 300

interface Variant extends WantedSku {
  readonly reader: RowReader
  readonly quantity: Quantity
  readonly worth: ReturnType<typeof worthOf>
}

/** @param readers all rows of one style */
export function planProduct(
  code: string,
  readers: readonly RowReader[],
  decimals: number,
  barcodes: Barcodes,
): Planned {
  const first = (field: Parameters<RowReader['text']>[0], most: number) =>
    readers.map((reader) => reader.fitting(field, most)).find((text) => text !== '') ?? ''
  const title = first('name', 120)
  const category = first('category', 40)
  const brand = first('brand', 40)
  const season = first('season', 20)
  const unit = first('unit', 12)
  const [head] = readers
  if (title === '') head?.refuse('NAME_MISSING')
  if (code.length > 40) head?.refuse('TEXT_TOO_LONG', { field: 'styleCode', most: 40 })
  const variants = named(
    code,
    readers.flatMap((reader) => variantsOf(reader, readers, decimals)),
  )
  if (variants.length > MOST_VARIANTS) head?.refuse('TOO_MANY_VARIANTS', { most: MOST_VARIANTS })
  const bigUnits = largerUnits(readers, unit)
  for (const variant of variants) mustBeNew(variant, code, barcodes)
  const rows = readers.map(({ row }) => row)
  const notes = readers.flatMap((reader) => reader.notes)
  const problems = readers.flatMap((reader) => reader.refused)
  if (problems.length > 0) return { entry: { type: 'refused', rows, problems }, stock: [], notes }
  const wanted: WantedProduct = {
    code,
    title,
    category: category || null,
    brand: brand || null,
    season: season || null,
    unit: unit || null,
    bigUnits,
    archived: variants.every(({ archived }) => archived),
    skus: variants.map(({ reader: _, quantity: __, worth: ___, ...sku }) => sku),
  }
  return { entry: { type: 'product', rows, wanted }, stock: stockOf(code, variants), notes }
}

function variantsOf(reader: RowReader, readers: readonly RowReader[], decimals: number): Variant[] {
  const counts = countsOf(reader)
  const colour = reader.text('colour')
  const spec = reader.text('spec')
  const said = counts.length > 0 ? counts : [{ size: reader.text('size'), quantity: 0 as Quantity }]
  const shared = {
    reader,
    code: reader.fitting('skuCode', 40),
    price: reader.number('retailPrice', 4) as UnitPrice | null,
    floorPrice: reader.number('floorPrice', 4) as UnitPrice | null,
    barcodes: said.length === 1 ? barcodesOf(reader) : [], // one barcode cannot stand for several sizes
    otherPrices: otherPrices(reader),
    archived: isArchived(reader.text('state'), reader.header('state')),
    worth: worthOf(reader, counts, decimals),
  }
  if (shared.price !== null && shared.floorPrice !== null && shared.floorPrice > shared.price) {
    reader.refuse('FLOOR_ABOVE_PRICE', { variant: variantOf({ colour, size: '', spec }).variant })
  }
  const counted = said.some(({ quantity }) => quantity > 0)
  if (shared.archived && counted) reader.note('STOCK_OF_ARCHIVED')
  const bigBarcodes = largerBarcodes(reader, readers)
  return said.map(({ size, quantity }, at) => ({
    ...shared,
    ...variantOf({ colour, size, spec }),
    bigBarcodes: at === 0 ? bigBarcodes : [],
    quantity,
  }))
}

/** A price of nothing is one that nobody set: systems export it so, and no member gets goods for nothing. */
function otherPrices(reader: RowReader): WantedSku['otherPrices'] {
  const prices = OTHER_PRICES.map((field) => [field, ownPrice(reader, field)] as const)
  return Object.fromEntries(prices) as WantedSku['otherPrices']
}

/** Several stand in one cell with commas between. What is no barcode is left out. */
function barcodesOf(reader: RowReader): string[] {
  const said = reader
    .text('barcode')
    .split(/[,，;；/|\s]+/)
    .filter((text) => text !== '')
  return [...new Set(said)].filter((text) => {
    const spoiled = isSpoiled(text)
    const sound = !spoiled && barcodeSchema.safeParse(text).success
    if (!sound)
      reader.note(spoiled ? 'NUMBER_SPOILED' : 'BARCODE_LEFT_OUT', { field: 'barcode', value: text.slice(0, 60) })
    return sound
  })
}

/** A variant twice is a row twice. Codes of their own where the file has them, one each; else the style's and the variant. */
function named(code: string, variants: readonly Variant[]): Variant[] {
  const byName = new Map<string, Variant>()
  for (const variant of variants) {
    const earlier = byName.get(variant.variant)
    if (earlier) variant.reader.refuse('ROW_TWICE', { other: earlier.reader.row.row })
    else byName.set(variant.variant, variant)
    if (variant.variant.length > 60) variant.reader.refuse('TEXT_TOO_LONG', { field: 'spec', most: 60 })
  }
  const own = variants.map((variant) => variant.code)
  const distinct = own.every((one) => one !== '') && new Set(own).size === own.length
  return [...byName.values()].map((variant) => {
    const made = variant.variant === '' ? code : `${code}-${variant.variant.replaceAll(/ \/ | /g, '-')}`
    const chosen = distinct ? variant.code : made
    if (chosen.length > 40) variant.reader.refuse('TEXT_TOO_LONG', { field: 'skuCode', most: 40 })
    return { ...variant, code: chosen }
  })
}

function mustBeNew({ reader, barcodes: own }: Variant, code: string, barcodes: Barcodes): void {
  for (const barcode of own) {
    const earlier = barcodes.get(barcode)
    if (earlier) reader.refuse('BARCODE_TWICE', { barcode, other: earlier.row })
    else barcodes.set(barcode, { code, row: reader.row.row })
  }
}

const ownPrice = (reader: RowReader, field: ImportField) => (reader.number(field, 4) || null) as UnitPrice | null

function stockOf(styleCode: string, variants: readonly Variant[]): PlanEntry[] {
  return variants
    .filter(({ quantity, archived }) => quantity > 0 && !archived)
    .map(({ reader, code, variant, quantity, worth, barcodes: [barcode = ''] }) => {
      const wanted = { skuCode: code, barcode, styleCode, variant, quantity, ...worth }
      return { type: 'stock', rows: [reader.row], wanted }
    })
}
