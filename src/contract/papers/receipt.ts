/** The receipt as rows. */
import type { DocumentLine, PaperModel } from '../documents.ts'
import { paperFigures, paperPayments, paperTotals, receiptFacts } from '../paper.ts'
import { centred, fact, pair, shopName, title, type PaperRow } from './rows.ts'
import type { PaperWords } from './words/words.ts'

/** @param copy 补打 n, printed below the shop's name; 0 is the first and says nothing */
export function receiptRows(model: PaperModel, words: PaperWords, copy = 0): PaperRow[] {
  const { shop, document } = model
  const figures = paperFigures(model)
  return [
    ...paperHead(model, words, { title: figures.isReturn ? words.title.customerReturn : '', copy }),
    { row: 'rule' },
    threeColumns(words.print.quantity, words.print.price, words.print.amount),
    { row: 'rule' },
    ...document.lines.flatMap((line) => lineRows(line, figures)),
    { row: 'rule' },
    ...paperTotals(model).map(({ word, figure }) =>
      pair(words.print[word], figure, { large: word === 'due' || word === 'refund' }),
    ),
    ...paperPayments(model).map((row) =>
      pair(row.word === 'tender' ? words.tender[row.tender] : words.print[row.word], row.figure),
    ),
    { row: 'feed', lines: 1 },
    ...centred(shop.receiptFooter),
    ...numberToScan(document.number),
  ]
}

/** Whose paper it is, which one, from when, by and for whom. */
export function paperHead(
  model: PaperModel,
  words: PaperWords,
  { title: name, copy }: { readonly title: string; readonly copy: number },
): PaperRow[] {
  const { shop } = model
  return [
    shopName(shop.name),
    ...centred(shop.address, shop.phone),
    ...(name === '' ? [] : [title(name)]),
    ...(copy > 0 ? [title(words.strip.copy.replace('{count}', String(copy)))] : []),
    ...receiptFacts(model).flatMap(({ word, figure }) =>
      fact(word === 'cashier' ? words.strip.cashier : words.print[word], figure),
    ),
  ]
}

export const numberToScan = (number: string): PaperRow[] => [
  { row: 'barcode', symbology: 'code128', text: number },
  ...centred(number),
]

function lineRows(line: DocumentLine, figures: ReturnType<typeof paperFigures>): PaperRow[] {
  const { quantity, price, money, name } = figures
  return [
    { row: 'text', text: name(line) },
    threeColumns(`${quantity(line.quantity)} ${line.unit}`, price(line.unitPrice), money(line.gross)),
  ]
}

const threeColumns = (quantity: string, price: string, amount: string): PaperRow => ({
  row: 'columns',
  cells: [
    { text: quantity, share: 5 },
    { text: price, share: 5, align: 'right' },
    { text: amount, share: 6, align: 'right' },
  ],
})
