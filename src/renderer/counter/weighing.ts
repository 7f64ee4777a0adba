/** Goods weighed by hand: what was read off a scale, less its container, in the product's own unit. Exact throughout. */
import { divideRounded, type Quantity } from '../../contract/values.ts'
import { milligramsIn, WEIGHED_IN, type WeightSystem } from '../../contract/weights.ts'
import { parseDecimal } from '../ui/numbers.ts'

const DECIMALS = 3

/** The units that a weight can be typed in; none for goods that are counted. The product's own comes first. */
export function unitsFor(baseUnit: string, system: WeightSystem): readonly string[] {
  if (milligramsIn(baseUnit, system) === undefined) return []
  const same = (unit: string) => milligramsIn(unit, system) === milligramsIn(baseUnit, system)
  return [baseUnit, ...WEIGHED_IN[system].filter((unit) => !same(unit))]
}

/**
 * A typed weight in micrograms: `1.25` of the unit chosen, or with its units, as in `1斤2两`. Nothing typed weighs nothing.
 * @returns null when it is no weight
 */
export function microgramsIn(typed: string, unit: string, system: WeightSystem): bigint | null {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '').replaceAll('。', '.')
  if (text === '') return 0n
  const parts = [...text.matchAll(/([\d.]+)([^\d.]*)/g)]
  if (parts.map(([whole]) => whole).join('') !== text) return null
  let sum = 0n
  for (const [, figure = '', named = ''] of parts) {
    if (named === '' && parts.length > 1) return null
    const thousandths = parseDecimal(figure, DECIMALS)
    const milligrams = milligramsIn(named === '' ? unit : named, system)
    if (thousandths === null || milligrams === undefined) return null
    sum += BigInt(thousandths) * BigInt(milligrams)
  }
  return sum
}

export interface Weighing {
  readonly gross: string
  readonly tare: string
  /** In which a bare figure is typed. */
  readonly unit: string
  readonly tareUnit: string
}

/** What is sold, in thousandths of the base unit; null when nothing is left after the container (去皮), or it is no weight. */
export function netQuantity(
  { gross, tare, unit, tareUnit }: Weighing,
  baseUnit: string,
  system: WeightSystem,
): Quantity | null {
  const perBase = milligramsIn(baseUnit, system)
  const [whole, container] = [microgramsIn(gross, unit, system), microgramsIn(tare, tareUnit, system)]
  if (perBase === undefined || whole === null || container === null || whole <= container) return null
  const quantity = Number(divideRounded(whole - container, BigInt(perBase)))
  return quantity > 0 && Number.isSafeInteger(quantity) ? (quantity as Quantity) : null
}
