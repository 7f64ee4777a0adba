/** The receipt as rows: the same figures in the same order as its template for the screen (renderer/print/ReceiptPaper.vue). */
import type { DocumentLine, PaperModel } from '../../contract/documents.ts'
import { paperFigures, paperPayments, paperTotals, receiptFacts } from '../../contract/paper.ts'
import type { PaperRow } from './rows.ts'
import type { PaperWords } from './words/words.ts'

/** @param copy 补打 n, printed below the shop's name; 0 is the first and says nothing */
export function receiptRows(model: PaperModel, words: PaperWords, copy = 0): PaperRow[] {
  const { shop, document } = model
  const figures = paperFigures(model)
  return [
    { row: 'text', text: shop.name, align: 'center', large: true },
    ...centred(shop.address, shop.phone),
    ...(figures.isReturn ? title(words.customerReturn) : []),
    ...(copy > 0 ? title(words.copy(copy)) : []),
    ...receiptFacts(model).map(({ word, figure }): PaperRow => ({ row: 'text', text: `${words[word]}: ${figure}` })),
    { row: 'rule' },
    threeColumns(words.quantity, words.price, words.amount),
    { row: 'rule' },
    ...document.lines.flatMap((line) => lineRows(line, figures)),
    { row: 'rule' },
    ...paperTotals(model).map(({ word, figure }): PaperRow => {
      const large = word === 'due' || word === 'refund'
      return { row: 'pair', left: words[word], right: figure, large }
    }),
    ...paperPayments(model).map((row): PaperRow => {
      const left = row.word === 'tender' ? words.tender[row.tender] : words[row.word]
      return { row: 'pair', left, right: row.figure }
    }),
    { row: 'feed', lines: 1 },
    ...centred(shop.receiptFooter),
    { row: 'barcode', symbology: 'code128', text: document.number },
    ...centred(document.number),
  ]
}

/** Lines in the middle; what says nothing is left out. */
export const centred = (...texts: string[]): PaperRow[] =>
  texts.filter((text) => text !== '').map((text) => ({ row: 'text', text, align: 'center' }))

export const title = (text: string): PaperRow[] => [{ row: 'text', text, align: 'center', bold: true }]

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

interface Tested {
  readonly shopName: string
  readonly printer: { readonly name: string; readonly address: string; readonly columns: number }
}

/** Shows whether width, Chinese, rare characters, sizes, codes, cutter and drawer are as the settings say. */
export function testRows({ shopName, printer }: Tested, words: PaperWords): PaperRow[] {
  return [
    { row: 'text', text: shopName, align: 'center', large: true },
    { row: 'text', text: words.testPage, align: 'center', bold: true },
    { row: 'text', text: `${printer.name}  ${printer.address}` },
    { row: 'rule' },
    { row: 'text', text: '1234567890'.repeat(5).slice(0, printer.columns) },
    { row: 'text', text: '一二三四五六七八九十'.repeat(3).slice(0, printer.columns / 2) },
    { row: 'text', text: words.ruler },
    { row: 'pair', left: words.rare, right: '喆犇㐂𠮷' },
    { row: 'pair', left: words.due, right: '￥1,234.50', large: true },
    { row: 'barcode', symbology: 'code128', text: 'TEST-20260101-0001' },
    { row: 'barcode', symbology: 'qr', text: 'Guitai 柜台' },
  ]
}
