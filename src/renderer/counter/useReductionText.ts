import { useI18n } from 'vue-i18n'
import { formats, moneyText } from '../ui/formats.ts'
import { decimalText } from '../ui/numbers.ts'
import type { Reduction } from '../../contract/orders.ts'

/** What remains in tenths where one says 折, else what is taken off in per cent. */
function rateText(rate: number): string {
  return formats.locale.startsWith('zh') ? decimalText(rate, 3, 0) : decimalText(10_000 - rate, 2, 0)
}

/** A reduction as each language says it: 8.5折 in Chinese, 15% off in English. */
export function useReductionText(): (off: Reduction) => string {
  const { t } = useI18n()
  return (off) =>
    off.kind === 'amount'
      ? t('counter.less', { amount: moneyText(off.amount) })
      : t('counter.rate', { rate: rateText(off.rate) })
}
