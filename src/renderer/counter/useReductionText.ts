import { useI18n } from 'vue-i18n'
import { formats, moneyText } from '../ui/formats.ts'
import { decimalText } from '../ui/numbers.ts'
import type { SaleReduction } from '../../contract/orders.ts'

/** What remains in tenths where one says 折, else what is taken off in per cent. */
function rateText(rate: number): string {
  return formats.locale.startsWith('zh') ? decimalText(rate, 3, 0) : decimalText(10_000 - rate, 2, 0)
}

/** A reduction as each language says it: 8.5折 in Chinese, 15% off in English. */
export function useReductionText(): (off: SaleReduction) => string {
  const { t } = useI18n()
  return (off) => {
    if (off.kind === 'amount') return t('counter.less', { amount: moneyText(off.amount) })
    if (off.kind === 'agreedTotal') return t('counter.agreed', { amount: moneyText(off.total) })
    return t('counter.rate', { rate: rateText(off.rate) })
  }
}
