/** Something taken off a price: as 折 (what remains) or as a sum. */
import type { Reduction } from '../../contract/orders.ts'
import type { Money, Rate } from '../../contract/values.ts'
import { parseDecimal } from '../ui/numbers.ts'

/**
 * What was typed after `/`: `9` and `8.5` are 折, `88` is 8.8折, `-5` takes a sum off. `0` and `10` take nothing off, which
 * removes a discount. Null when it is none of these.
 */
export function parseReduction(typed: string, decimals: number): Reduction | 'none' | null {
  const text = typed.trim()
  if (/^[-－]/.test(text)) {
    const amount = parseDecimal(text.slice(1), decimals)
    if (amount === null || amount < 0) return null
    return amount === 0 ? 'none' : { kind: 'amount', amount: amount as Money }
  }
  const tenths = parseDecimal(text, 3)
  if (tenths === null || tenths < 0) return null
  if (tenths === 0 || tenths === 10_000 || tenths === 100_000) return 'none'
  if (tenths > 100_000) return null
  return { kind: 'rate', rate: (tenths < 10_000 ? tenths : tenths / 10) as Rate }
}
