import { computed } from 'vue'
import type { Currency } from '../../contract/settings.ts'
import { isTouch } from '../app/theme/touch.ts'
import { decimalText } from '../ui/numbers.ts'
import { formats, moneyText } from '../ui/formats.ts'
import { withPadKey } from '../ui/pad.ts'
import type { PadKey } from '../ui/pad.ts'
import { likelyCash } from './likelyCash.ts'
import type { Counter } from './useCounter.ts'
import type { Mode } from './useLineEditing.ts'
import { useReductionText } from './useReductionText.ts'

/** What one touch types. */
export interface Likely {
  readonly typed: string
  readonly label: string
}

const REDUCTIONS: readonly Mode[] = ['discount', 'saleDiscount']
const NUMBERS: readonly Mode[] = ['quantity', 'price', 'agreedTotal', ...REDUCTIONS]
const USUAL_RATES = [9_500, 9_000, 8_500, 8_000]
/** Of a rate, as 折 is typed. */
const RATE_DECIMALS = 3

/** The number pad of the counter: it types into the one field, on the way that keys take. */
export function usePad({ finder, type, enter, mode, step, asked, authorizing, panel, taking }: Counter) {
  const reductionText = useReductionText()
  const isReduction = computed(() => REDUCTIONS.includes(mode.value))
  const takesMoney = computed(() => mode.value === 'find' && step.value === 'paying')
  const isShown = computed(() => {
    const isElsewhere = asked.value !== null || authorizing.value !== null || panel.value !== null
    return isTouch.value && !isElsewhere && (takesMoney.value || NUMBERS.includes(mode.value))
  })
  const likely = computed<Likely[]>(() => {
    if (isReduction.value) return USUAL_RATES.map(asRate)
    return takesMoney.value && taking.tender.value === 'cash' && !taking.refunds.value ? cash(taking.left.value) : []
  })

  const asRate = (rate: number): Likely => ({
    typed: decimalText(rate, RATE_DECIMALS, 0),
    label: reductionText({ kind: 'rate', rate } as Parameters<typeof reductionText>[0]),
  })

  function cash(left: number): Likely[] {
    const sums = [left, ...likelyCash(left, formats.currency as Currency, formats.decimals)]
    return sums
      .filter((sum) => sum > 0)
      .map((sum) => ({ typed: decimalText(sum, formats.decimals, 0).replaceAll(',', ''), label: moneyText(sum) }))
  }

  function write(text: string): void {
    finder.text.value = text
    type(text)
  }

  return {
    isShown,
    isReduction,
    likely,
    press: (key: PadKey) => write(withPadKey(finder.text.value, key)),
    write,
    accept: () => enter(),
  }
}
