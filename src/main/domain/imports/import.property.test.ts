import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aShop } from '../../testing/a-shop.ts'
import { bringIn } from '../../testing/importing.ts'

const row = fc.record({
  code: fc.constantFrom('A1', 'A2', 'B-3', '货4', ''),
  name: fc.constantFrom('大衣', '围巾', '龙井 250g', ''),
  colour: fc.constantFrom('红', '黑', ''),
  size: fc.constantFrom('M', 'L', ''),
  barcode: fc.constantFrom('6900000000011', '6900000000028', '无', ''),
  price: fc.constantFrom('12.5', '1,280', '¥9', '一百', '-1', ''),
  stock: fc.constantFrom('1', '2.5', '0', '-3', '多', ''),
  unit: fc.constantFrom('件', '盒', ''),
  state: fc.constantFrom('在售', '停用', ''),
  brand: fc.constantFrom('怡宝', ''),
  bigUnit: fc.constantFrom('箱', ''),
  factor: fc.constantFrom('12', '24', ''),
  bigPrice: fc.constantFrom('40', '0', ''),
})
const HEAD = '款号,品名,颜色,尺码,条码,零售价,库存,单位,状态,品牌,大单位,换算,大单位售价'

const fileOf = (rows: readonly (typeof row extends fc.Arbitrary<infer R> ? R : never)[]) =>
  Buffer.from(
    [
      HEAD,
      ...rows.map((cells) =>
        Object.values(cells)
          .map((cell) => `"${cell}"`)
          .join(','),
      ),
    ].join('\n'),
  )

test('whatever stands in a file, bringing it in twice is bringing it in once, and every sum holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const shop = aShop()
      const all = () =>
        [
          'products',
          'skus',
          'barcodes',
          'product_units',
          'documents',
          'stock_movements',
          'stock_levels',
          'stock_values',
        ].map((table) => shop.rows(`select * from ${table}`))
      const file = fileOf(rows)
      if (rows.every((cells) => Object.values(cells).every((cell) => cell === ''))) return
      const first = await bringIn(shop.client, 'products', file)
      const once = all()
      const second = await bringIn(shop.client, 'products', file)
      expect(second.counts).toMatchObject({ created: 0, changed: 0, refused: first.counts.refused })
      expect(all()).toEqual(once)
      expect((await shop.client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
      expect(shop.unexpected).toEqual([])
      shop.writer.close()
    }),
    { numRuns: 30 },
  )
}, 60_000)
