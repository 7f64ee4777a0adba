import { expect, test } from 'vitest'
import type { ProductView } from '../../../contract/products.ts'
import { barsOf } from '../bars.ts'
import { LABELS, labelsOf, moduleOn } from './labels.ts'

const sku = { id: 7, code: 'LJ-250', variant: '', price: 1_280_000, barcodes: [], archived: false }
const product = (...skus: object[]) =>
  ({
    id: 3,
    title: '龙井茶',
    baseUnit: '盒',
    skus: skus.map((over) => ({ ...sku, ...over })),
  }) as unknown as ProductView

test('a label bears the barcode of one piece, then any, then the code', () => {
  const box = { barcode: '16901234567899', unit: '箱' }
  const piece = { barcode: '6901234567892', unit: '盒' }
  const labels = labelsOf(
    product({ barcodes: [box, piece] }, { barcodes: [box] }, {}, { code: '藏青' }, { archived: true }),
  )
  expect(labels.map(({ barcode, hasBarcode }) => [barcode, hasBarcode])).toEqual([
    ['6901234567892', true],
    ['16901234567899', true],
    ['LJ-250', false],
    ['', false],
  ])
})

test('bars are as thick as the label lets them, in whole dots of the printer', () => {
  const { width } = LABELS['40x30']
  expect(moduleOn(width, '6901234567892')).toBeCloseTo(0.25, 2)
  expect(moduleOn(60, '6901234567892')).toBeCloseTo(0.5 * 0.75, 1)
  expect(moduleOn(width, 'A-very-long-code-of-40-characters-012345')).toBeCloseTo(0.125, 2)
  expect(moduleOn(width, '6901234567892') * barsOf('6901234567892').modules).toBeLessThan(width)
})
