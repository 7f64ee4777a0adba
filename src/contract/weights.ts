/** Units of weight as a shop names them, in milligrams, so that 37.5 g stays whole. */
import { divideRounded, type Quantity } from './values.ts'

/** 斤 is 500 g on the mainland and 600 g in Taiwan. */
export type WeightSystem = 'mainland' | 'taiwan'

export const weightSystemOf = (currency: string): WeightSystem => (currency === 'TWD' ? 'taiwan' : 'mainland')

const METRIC = { 公斤: 1_000_000, 千克: 1_000_000, kg: 1_000_000, 克: 1_000, 公克: 1_000, g: 1_000, 市斤: 500_000 }
const TAIWAN = { 台斤: 600_000, 臺斤: 600_000, 台兩: 37_500, 台两: 37_500 }
const OF_SYSTEM = {
  mainland: { 斤: 500_000, 两: 50_000, 兩: 50_000 },
  taiwan: { 斤: 600_000, 两: 37_500, 兩: 37_500 },
}

/** What a shop there weighs in by hand, the usual first. */
export const WEIGHED_IN: Readonly<Record<WeightSystem, readonly string[]>> = {
  mainland: ['斤', '两', '克', '公斤'],
  taiwan: ['台斤', '兩', '公克', '公斤'],
}
/** In which containers are weighed. */
export const TARE_UNIT: Readonly<Record<WeightSystem, string>> = { mainland: '克', taiwan: '公克' }

/** How many milligrams one unit of that name is; nothing when it is no weight. */
export function milligramsIn(unit: string, system: WeightSystem): number | undefined {
  const units = new Map<string, number>(Object.entries({ ...METRIC, ...TAIWAN, ...OF_SYSTEM[system] }))
  return units.get(unit) ?? units.get(unit.toLowerCase())
}

/** A weight as thousandths of a unit, rounded half up. */
export function weightIn(milligrams: bigint | number, perUnit: number): Quantity {
  return Number(divideRounded(BigInt(milligrams) * 1_000n, BigInt(perUnit))) as Quantity
}
