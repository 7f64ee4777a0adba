/** Opening stock as a file tells it: how many of what, and what they are worth. */
import { amountOf, MOST_AMOUNT, type Money, type Quantity, type UnitPrice } from '../../contract/values.ts'
import { scaled } from './numbers.ts'
import { variantOf, type PlanEntry, type WantedStock } from './plan.ts'
import type { RowReader } from './reader-of-row.ts'

export interface Counted {
  readonly size: string
  readonly quantity: Quantity
}

/** The counts of a row: of each size with a column of its own, or of the row itself. What is below zero stays out. */
export function countsOf(reader: RowReader): Counted[] {
  const bySize = reader.sizes().filter(({ text }) => text !== '')
  const single = reader.text('openingStock')
  const said = bySize.length > 0 ? bySize : single === '' ? [] : [{ size: reader.text('size'), text: single }]
  return said.flatMap(({ size, text }) => {
    const quantity = scaled(text, 3)
    if (quantity === undefined) reader.refuse('NUMBER_NOT_READ', { field: 'openingStock', value: text.slice(0, 40) })
    else if (quantity < 0) reader.note('STOCK_BELOW_ZERO', { value: text })
    return [{ size, quantity: Math.max(0, quantity ?? 0) as Quantity }]
  })
}

/** What a piece cost: said outright, else what was last paid. A whole worth counts only for a row of one count. */
export function worthOf(reader: RowReader, counts: readonly Counted[], decimals: number) {
  const unitCost = (reader.number('cost', 4) ?? reader.number('purchasePrice', 4) ?? 0) as UnitPrice
  const whole = reader.number('openingValue', decimals) as Money | null
  const [only, ...others] = counts.filter(({ quantity }) => quantity > 0)
  if (only && Math.abs(amountOf(only.quantity, unitCost, decimals)) > MOST_AMOUNT) reader.refuse('AMOUNT_TOO_LARGE')
  return { unitCost, value: others.length === 0 ? whole : null }
}

export function planStockRow(reader: RowReader, decimals: number): PlanEntry[] {
  const counts = countsOf(reader)
  const worth = worthOf(reader, counts, decimals)
  const named = {
    skuCode: reader.text('skuCode'),
    barcode: reader.text('barcode'),
    styleCode: reader.text('styleCode'),
  }
  const { colour, spec } = { colour: reader.text('colour'), spec: reader.text('spec') }
  if (Object.values(named).every((name) => name === '')) reader.refuse('GOODS_NOT_NAMED')
  if (counts.length === 0) reader.refuse('NUMBER_NOT_READ', { field: 'openingStock', value: '' })
  if (reader.refused.length > 0) return [{ type: 'refused', rows: [reader.row], problems: reader.refused }]
  return counts
    .filter(({ quantity }) => quantity > 0)
    .map(({ size, quantity }): PlanEntry => {
      const { variant } = variantOf({ colour, size, spec })
      const wanted: WantedStock = { ...named, ...worth, variant, quantity }
      return { type: 'stock', rows: [reader.row], wanted }
    })
}
