/**
 * What stands on a paper, figure by figure and in its order, for whoever draws it: the templates on a screen and the printer
 * of receipts. A return is booked as negative income but printed as a positive refund, so its sums change sign here, and
 * nowhere else.
 */
import { CURRENCY_SYMBOLS, decimalText, PRICE_DECIMALS, QUANTITY_DECIMALS } from './decimals.ts'
import type { DocumentLine, PaperModel, PaymentTender } from './documents.ts'

export interface PaperFigures {
  readonly isReturn: boolean
  /** A sum as the customer sees it. */
  readonly sum: (minor: number) => number
  readonly money: (minor: number) => string
  /** With the currency's sign, for the figure that matters. */
  readonly currency: (minor: number) => string
  readonly price: (tenThousandths: number) => string
  readonly quantity: (thousandths: number) => string
  readonly time: (ms: number) => string
  readonly name: (line: Pick<DocumentLine, 'title' | 'variant'>) => string
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
    currency: (minor) => `${CURRENCY_SYMBOLS[shop.currency] ?? shop.currency}${money(minor)}`,
    price: (tenThousandths) => decimalText(tenThousandths, PRICE_DECIMALS, shop.currencyDecimals),
    quantity: (thousandths) => decimalText(isReturn ? Math.abs(thousandths) : thousandths, QUANTITY_DECIMALS, 0),
    time: (ms) => timeText(ms, shop.timeZone),
    name: (line) => (line.variant === '' ? line.title : `${line.title} ${line.variant}`),
  }
}

/** `2026-11-21 14:05` in the shop's own zone; Swedish writes dates as ISO does. */
export function timeText(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(ms)
}

interface Figure<W extends string> {
  readonly word: W
  readonly figure: string
}

/** Which receipt it is, from when, by and for whom; what says nothing is left out. */
export function receiptFacts(model: PaperModel): Figure<'number' | 'date' | 'cashier' | 'customer'>[] {
  const { number, recordedAt, staffName, customerName } = model.document
  const facts = [
    { word: 'number' as const, figure: number },
    { word: 'date' as const, figure: paperFigures(model).time(recordedAt) },
    { word: 'cashier' as const, figure: staffName },
    { word: 'customer' as const, figure: customerName },
  ]
  return facts.filter(({ figure }) => figure !== '')
}

type TotalWord = 'subtotal' | 'discount' | 'roundOff' | 'tax' | 'due' | 'refund' | 'taxWithin'

/** From the sum of the lines to what is due. Tax on top is part of the sum that leads there, tax within stands below. */
export function paperTotals(model: PaperModel): Figure<TotalWord>[] {
  const { subtotal, discountTotal, roundOff, tax, total, pricesIncludeTax } = model.document
  const { money, currency, isReturn } = paperFigures(model)
  const isReduced = discountTotal !== 0 || roundOff !== 0
  return [
    ...(isReduced ? [{ word: 'subtotal' as const, figure: money(subtotal) }] : []),
    ...(discountTotal !== 0 ? [{ word: 'discount' as const, figure: money(-discountTotal) }] : []),
    ...(roundOff !== 0 ? [{ word: 'roundOff' as const, figure: money(-roundOff) }] : []),
    ...(tax !== 0 && !pricesIncludeTax ? [{ word: 'tax' as const, figure: money(tax) }] : []),
    { word: isReturn ? 'refund' : 'due', figure: currency(total) },
    ...(tax !== 0 && pricesIncludeTax ? [{ word: 'taxWithin' as const, figure: money(tax) }] : []),
  ]
}

/** How it was paid, the change, and what is owed where something is. */
export function paperPayments(model: PaperModel): (Figure<'change' | 'owedBefore' | 'owedAfter'> | TenderFigure)[] {
  const { payments } = model.document
  const { money, sum } = paperFigures(model)
  const change = payments.reduce((total, payment) => total + payment.change, 0)
  const { before = 0, after = 0 } = model.account ?? {}
  const owed = before !== 0 || after !== 0
  return [
    ...payments.map((payment) => ({
      word: 'tender' as const,
      tender: payment.tender,
      figure: money(payment.change === 0 ? payment.amount : payment.received),
    })),
    ...(change === 0 ? [] : [{ word: 'change' as const, figure: money(change) }]),
    // Balances are what the customer owes, whatever the document is, so they never change sign.
    ...(owed ? [{ word: 'owedBefore' as const, figure: money(sum(before)) }] : []),
    ...(owed ? [{ word: 'owedAfter' as const, figure: money(sum(after)) }] : []),
  ]
}

interface TenderFigure extends Figure<'tender'> {
  readonly tender: PaymentTender
}
