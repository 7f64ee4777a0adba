import type { PaperRow } from '../../contract/papers/rows.ts'
import { pair, shopName as ofShop, title } from '../../contract/papers/rows.ts'
import type { PaperWords } from '../../contract/papers/words/words.ts'

interface Tested {
  readonly shopName: string
  readonly printer: { readonly name: string; readonly address: string; readonly columns: number }
}

/** Shows whether width, Chinese, rare characters, sizes, codes, cutter and drawer are as the settings say. */
export function testRows({ shopName, printer }: Tested, { strip, print }: PaperWords): PaperRow[] {
  return [
    ofShop(shopName),
    title(strip.testPage),
    { row: 'text', text: `${printer.name}  ${printer.address}` },
    { row: 'rule' },
    { row: 'text', text: '1234567890'.repeat(5).slice(0, printer.columns) },
    { row: 'text', text: '一二三四五六七八九十'.repeat(3).slice(0, printer.columns / 2) },
    { row: 'text', text: strip.ruler },
    pair(strip.rare, '喆犇㐂𠮷'),
    pair(print.due, '￥1,234.50', { large: true }),
    { row: 'barcode', symbology: 'code128', text: 'TEST-20260101-0001' },
    { row: 'barcode', symbology: 'qr', text: 'Guitai 柜台' },
  ]
}
