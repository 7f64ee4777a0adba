/** Larger units as a file tells them: 箱 with 12 beside it, `箱(12瓶)` in one cell, or several with semicolons between. */
import { barcode as barcodeSchema } from '../../contract/products.ts'
import type { ImportField } from '../../contract/imports.ts'
import type { Quantity, UnitPrice } from '../../contract/values.ts'
import { factorOf, scaled } from './numbers.ts'
import type { WantedSku, WantedUnit } from './plan.ts'
import { isSpoiled, type RowReader } from './reader-of-row.ts'

/** @param unit the base unit, which is no larger one */
export function largerUnits(readers: readonly RowReader[], unit: string): WantedUnit[] {
  const reader = readers.find((one) => one.text('bigUnit') !== '' || one.text('factor') !== '')
  if (!reader) return []
  const seen = new Set([unit, ''])
  return partsOf(reader.text('bigUnit')).flatMap((_, at) => {
    const name = nameAt(reader, at)
    if (seen.has(name)) return []
    seen.add(name)
    const factor = factorAt(reader, at)
    if (factor === undefined || name.length > 12) {
      reader.note('UNIT_LEFT_OUT', { value: partAt(reader, 'bigUnit', at).slice(0, 40) })
      return []
    }
    const prices = {
      price: priceAt(reader, 'bigPrice', at),
      memberPrice: priceAt(reader, 'bigMemberPrice', at),
      wholesalePrice: priceAt(reader, 'bigWholesalePrice', at),
    }
    return [{ name, factor: factor as Quantity, prices }]
  })
}

/** What stands on the boxes of one variant. The same on several rows tells none of them. */
export function largerBarcodes(reader: RowReader, readers: readonly RowReader[]): WantedSku['bigBarcodes'] {
  const said = reader.text('bigBarcode')
  if (said === '' || readers.some((other) => other !== reader && other.text('bigBarcode') === said)) return []
  const labels = partsOf(said).flatMap((part, at) =>
    part.split(/[,，/|\s]+/).map((barcode) => ({ barcode, unit: nameAt(reader, at) })),
  )
  return labels.filter(({ barcode }) => !isSpoiled(barcode) && barcodeSchema.safeParse(barcode).success)
}

const partsOf = (text: string): string[] => text.split(/[;；]/).map((part) => part.trim())

const partAt = (reader: RowReader, field: ImportField, at: number): string => partsOf(reader.text(field))[at] ?? ''

function nameAt(reader: RowReader, at: number): string {
  const said = /^[^\d(（=*×/]+/.exec(partAt(reader, 'bigUnit', at))?.[0]
  return (said ?? /^1?([^\d=]+)=/.exec(partAt(reader, 'factor', at))?.[1] ?? '').trim()
}

const factorAt = (reader: RowReader, at: number): number | undefined =>
  factorOf(partAt(reader, 'factor', at)) ?? factorOf(partAt(reader, 'bigUnit', at))

/** A price of nothing is one that nobody set. */
function priceAt(reader: RowReader, field: ImportField, at: number): UnitPrice | null {
  const said = partAt(reader, field, at)
  const price = said === '' ? 0 : scaled(said, 4)
  if (price === undefined || price < 0) reader.refuse('NUMBER_NOT_READ', { field, value: said.slice(0, 40) })
  return (price || null) as UnitPrice | null
}
