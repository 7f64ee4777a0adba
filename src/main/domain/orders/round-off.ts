/** 抹零: odd money dropped from what is due, down to 角, 元 or 5 元. Pure, no database. */
import type { RoundingStep } from '../../../contract/settings.ts'
import { subtract, ZERO, type Money } from '../../../contract/values.ts'

const FROM_LARGE: readonly RoundingStep[] = ['fiveYuan', 'yuan', 'jiao', 'none']

/** The larger of two: a key asks for more than the shop drops by itself, never for less. */
export function largerStep(a: RoundingStep, b: RoundingStep): RoundingStep {
  return FROM_LARGE.find((step) => step === a || step === b) ?? 'none'
}

/** The even sums below what is due that may be asked instead, the smallest first. All of it is never dropped. */
export function evenSumsBelow(due: Money, wanted: RoundingStep, decimals: number): readonly Money[] {
  return FROM_LARGE.slice(FROM_LARGE.indexOf(wanted))
    .map((step) => sizeOf(step, decimals))
    .map((size) => (size > 1 ? subtract(due, (due % size) as Money) : ZERO))
    .filter((even) => even > 0)
}

/** In minor units; where the currency has no 角, nothing. */
function sizeOf(step: RoundingStep, decimals: number): number {
  if (step === 'none') return 0
  if (step === 'jiao') return decimals === 0 ? 0 : 10 ** (decimals - 1)
  return (step === 'fiveYuan' ? 5 : 1) * 10 ** decimals
}
