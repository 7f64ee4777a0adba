/** What a kind of file cannot do without. */
import type { ImportField, ImportKind } from '../../../contract/imports.ts'
import { refuse } from '../errors.ts'

/** Of each list, one column at least. */
const NEEDED: Readonly<Record<ImportKind, readonly (readonly ImportField[])[]>> = {
  products: [['name']],
  customers: [['customerName', 'phone']],
  openingStock: [
    ['styleCode', 'skuCode', 'barcode'],
    ['openingStock', 'sizeStock'],
  ],
}

export function mustHaveColumns(kind: ImportKind, fields: readonly (ImportField | null)[]): void {
  for (const choices of NEEDED[kind]) {
    const [likeliest = 'name'] = choices
    if (!choices.some((field) => fields.includes(field))) refuse('COLUMN_MISSING', { field: likeliest })
  }
}
