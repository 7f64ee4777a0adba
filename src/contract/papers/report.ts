/** What the shift report and the day-end share: names, how many, and sums. */
import { decimalText } from '../decimals.ts'
import { timeText } from '../paper.ts'
import type { Takings } from '../shift-report.ts'
import type { Time } from '../values.ts'
import { pair, type PaperRow } from './rows.ts'
import type { PaperWords } from './words/words.ts'

/** The shop that a report is of, and the words that it is written in. */
export interface ReportFrame {
  readonly shop: {
    readonly name: string
    readonly currencyDecimals: number
    readonly timeZone: string
  }
  readonly words: PaperWords
}

export interface ReportLine {
  readonly name: string
  /** How many of it, before the figure. */
  readonly count?: number
  readonly figure: string
  /** The figure that matters. */
  readonly bold?: boolean
}

export const reportMoney =
  ({ shop }: ReportFrame) =>
  (amount: number): string =>
    decimalText(amount, shop.currencyDecimals, shop.currencyDecimals)

export const whoAndWhen = ({ shop }: ReportFrame, who: string, when: Time): string =>
  `${who} ${timeText(when, shop.timeZone)}`

/** A section without lines says nothing. */
export function section(name: string, lines: readonly ReportLine[]): PaperRow[] {
  if (lines.length === 0) return []
  return [{ row: 'feed', lines: 1 }, { row: 'text', text: name, bold: true }, { row: 'rule' }, ...lines.map(lineRow)]
}

/** Ten million with its decimals, and a count of four digits, stand on a line of 58 mm. */
function lineRow({ name, count, figure, bold = false }: ReportLine): PaperRow {
  if (count === undefined) return pair(name, figure, { bold })
  const cells = [
    { text: name, share: 12 },
    { text: `x${String(count)}`, share: 6, align: 'right' as const },
    { text: figure, share: 14, align: 'right' as const },
  ]
  return { row: 'columns', cells, bold }
}

/** Room to write on, one line apart. */
export const signatures = (...names: readonly string[]): PaperRow[] =>
  names.flatMap((text) => [
    { row: 'feed', lines: 1 },
    { row: 'text', text },
    { row: 'feed', lines: 1 },
    { row: 'rule' },
  ])

/** What was taken, section by section; what did not happen is left out. */
export function takingsRows(takings: Takings, frame: ReportFrame): PaperRow[] {
  const { report, tender: tenderWords } = frame.words
  const money = reportMoney(frame)
  const { sales, returns, voided, gifts, discounts, roundOff } = takings
  const off = (name: string, amount: number) => (amount === 0 ? [] : [{ name, figure: money(amount) }])
  const counted = (name: string, { count, amount }: { count: number; amount: number }) =>
    count === 0 ? [] : [{ name, count, figure: money(amount) }]
  const tenders = (rows: Takings['tenders']) =>
    rows.map(({ tender, count, amount }) => ({ name: tenderWords[tender], count, figure: money(amount) }))
  return [
    ...section(report.sales, [
      { name: report.salesTotal, count: sales.count, figure: money(sales.amount), bold: true },
      ...(sales.count > 0 ? [{ name: report.average, figure: money(sales.average) }] : []),
      ...counted(report.returns, returns),
      ...counted(report.voided, voided),
      ...off(report.discounts, discounts),
      ...off(report.roundOff, roundOff),
      ...counted(report.gifts, gifts),
    ]),
    ...section(report.tenders, tenders(takings.tenders)),
    ...section(report.refunds, tenders(takings.refunds)),
    ...section(report.collected, tenders(takings.collected)),
  ]
}
