/**
 * The figures of a paper. A return is booked as negative income but printed as a positive refund, so its sums change
 * sign here, and nowhere else.
 */
import { computed, type ComputedRef } from 'vue'
import type { DocumentLine, PaperModel } from '../../contract/documents.ts'
import { currencySymbol, PRICE_DECIMALS, QUANTITY_DECIMALS } from '../ui/formats.ts'
import { decimalText } from '../ui/numbers.ts'

export interface PaperFigures {
  readonly isReturn: boolean
  /** A sum as the customer sees it. */
  sum(minor: number): number
  money(minor: number): string
  /** With the currency's sign, for the figure that matters. */
  currency(minor: number): string
  price(tenThousandths: number): string
  quantity(thousandths: number): string
  time(ms: number): string
  name(line: Pick<DocumentLine, 'title' | 'variant'>): string
}

export function usePaperFigures(model: () => PaperModel): ComputedRef<PaperFigures> {
  return computed(() => paperFigures(model()))
}

export function paperFigures({ shop, document }: PaperModel): PaperFigures {
  const isReturn = document.kind === 'customerReturn'
  // Not 0 - 0, which would print as -0.
  const sum = (minor: number) => (isReturn && minor !== 0 ? -minor : minor)
  const money = (minor: number) => decimalText(sum(minor), shop.currencyDecimals, shop.currencyDecimals)
  return {
    isReturn,
    sum,
    money,
    currency: (minor) => `${currencySymbol(shop.currency)}${money(minor)}`,
    price: (tenThousandths) => decimalText(tenThousandths, PRICE_DECIMALS, shop.currencyDecimals),
    quantity: (thousandths) => decimalText(isReturn ? Math.abs(thousandths) : thousandths, QUANTITY_DECIMALS, 0),
    time: (ms) => timeText(ms, shop.timeZone),
    name: (line) => (line.variant === '' ? line.title : `${line.title} ${line.variant}`),
  }
}

/** `2026-11-21 14:05` in the shop's own zone; Swedish writes dates as ISO does. */
function timeText(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(ms)
}
