/** Colours × sizes made into variants: what a clothes shop types once instead of thirty times. */
import { emptySku, pricesOf, type SkuDraft } from './draft.ts'

/** Rows of sizes that shops write again and again. */
export const COMMON_SIZES: readonly (readonly string[])[] = [
  ['S', 'M', 'L', 'XL', '2XL'],
  ['110', '120', '130'],
]
const MOST_CODE = 40

/** Names set apart by commas, spaces or 、, each once. */
export function namesIn(typed: string): string[] {
  const names = typed.normalize('NFKC').split(/[\s,、;]+/)
  return [...new Set(names.filter((name) => name !== ''))]
}

/**
 * One variant for each colour and size, after those that are there already and stay as they are. An empty first variant
 * makes room. Codes are 款号-colour-size, prices those of the first.
 */
export function gridded(
  skus: readonly SkuDraft[],
  styleCode: string,
  colours: readonly string[],
  sizes: readonly string[],
): SkuDraft[] {
  const kept = skus
    .filter((sku) => sku.id !== undefined || !isBlank(sku))
    .map((sku) => (sku.code === '' ? { ...sku, code: styleCode } : sku))
  const prices = pricesOf(skus[0] ?? emptySku())
  const made = missingCells(skus, colours, sizes).map((cell) => ({
    ...emptySku(),
    ...prices,
    ...cell,
    code: codeOf(styleCode, cell),
  }))
  return [...kept, ...made]
}

/** The colours and sizes that have no variant yet. */
export function missingCells(skus: readonly SkuDraft[], colours: readonly string[], sizes: readonly string[]): Cell[] {
  if (colours.length + sizes.length === 0) return []
  const taken = new Set(skus.map(placeOf))
  const cells = orNone(colours).flatMap((colour) => orNone(sizes).map((size) => ({ colour, size })))
  return cells.filter((cell) => !taken.has(placeOf(cell)))
}

/** The first variant's prices for all. */
export function filledDown(skus: readonly SkuDraft[]): SkuDraft[] {
  const [first] = skus
  return skus.map((sku) => (first ? { ...sku, ...pricesOf(first) } : sku))
}

interface Cell {
  readonly colour: string
  readonly size: string
}

const orNone = (names: readonly string[]) => (names.length > 0 ? names : [''])
const placeOf = ({ colour, size }: Cell) => JSON.stringify([colour.trim(), size.trim()])
const codeOf = (styleCode: string, { colour, size }: Cell) =>
  [styleCode.trim(), colour, size]
    .filter((part) => part !== '')
    .join('-')
    .slice(0, MOST_CODE)
const isBlank = ({ code, variant, colour, size, barcodes, plu }: SkuDraft) =>
  [code, variant, colour, size, plu].every((text) => text === '') && barcodes.length === 0
