import { expect, test } from 'vitest'
import { productInput, type ProductView } from '../../contract/products.ts'
import { draftOf, emptyProduct, emptySku, inputOf } from './draft.ts'

const sku = {
  id: 7,
  uid: '',
  code: 'LJ-250',
  ...{ variant: '', colour: '', size: '', plu: '' },
  price: 1_280_000,
  ...{ floorPrice: null, memberPrice: 1_180_000, wholesalePrice: 980_000, tagPrice: null },
  archived: false,
  onHand: 0,
}
const product = {
  id: 3,
  uid: '',
  code: 'LJ-250',
  title: '龙井茶',
  kind: 'goods',
  category: '茶叶',
  baseUnit: '盒',
  taxRate: 1_300,
  weighed: false,
  units: [{ name: '箱', factor: 24_000 }],
  archived: false,
  skus: [
    {
      ...sku,
      barcodes: [
        { barcode: '6901234567892', unit: '盒' },
        { barcode: '16901234567899', unit: '箱' },
      ],
    },
  ],
} as unknown as ProductView

test('a product that nobody touched is asked for as it is', () => {
  const { id: _, uid: __, archived: ___, ...same } = product
  expect(productInput.parse(inputOf(draftOf(product)))).toEqual(productInput.parse(same))
})

test('a renamed unit keeps the barcodes that carry it', () => {
  const draft = draftOf(product)
  draft.units[0]!.name = '大箱'
  draft.baseUnit = '罐'
  const input = inputOf(draft)
  expect(input.skus[0]?.barcodes).toEqual([
    { barcode: '6901234567892', unit: '罐' },
    { barcode: '16901234567899', unit: '大箱' },
  ])
})

test("the only variant bears the product's code, and follows when that changes", () => {
  const draft = draftOf(product)
  draft.code = 'LJ-251'
  expect(inputOf(draft).skus[0]?.code).toBe('LJ-251')
})

test('the only variant with a code of its own keeps it', () => {
  const draft = draftOf({ ...product, skus: [{ ...product.skus[0]!, code: 'OWN' }] })
  draft.code = 'LJ-251'
  expect(inputOf(draft).skus[0]?.code).toBe('OWN')
})

test('a new product with two variants asks for two codes', () => {
  const draft = emptyProduct('件', 0)
  Object.assign(draft, { code: 'DY', title: '大衣' })
  draft.skus = [emptySku(10_000), emptySku(10_000)]
  const paths = productInput.safeParse(inputOf(draft)).error?.issues.map(({ path }) => path.join('.'))
  expect(paths).toEqual(['skus.0.code', 'skus.1.code'])
})
