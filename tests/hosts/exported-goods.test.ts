/** The products of one shop, exported and brought into an empty one, are the same there, in every language. */
import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { ComposerTranslation } from 'vue-i18n'
import type { ProductInput, ProductView } from '../../src/contract/products.ts'
import type { Quantity, Rate, UnitPrice } from '../../src/contract/values.ts'
import { aShop, type TestShop } from '../../src/main/testing/a-shop.ts'
import { bringIn } from '../../src/main/testing/importing.ts'
import { pieces } from '../../src/main/testing/trade.ts'
import { catalogueColumns } from '../../src/renderer/products/catalogueColumns.ts'
import { csvWriter } from '../../src/renderer/ui/lists/csv.ts'
import type { ExportColumn } from '../../src/renderer/ui/lists/exported.ts'
import { writeList } from '../../src/renderer/ui/lists/writeList.ts'
import { xlsxWriter } from '../../src/renderer/ui/lists/xlsx.ts'
import { wordsOf } from './screen-words.ts'

type Row = Awaited<ReturnType<TestShop['client']['products']['list']>>['rows'][number]

const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const
const price = fc.integer({ min: 100, max: 9_999_999 }).map((value) => value as UnitPrice)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const unit = fc.record({ price: maybe(price), memberPrice: maybe(price), wholesalePrice: maybe(price) })
const variant = fc.record({
  price,
  tagPrice: maybe(price),
  memberPrice: maybe(price),
  wholesalePrice: maybe(price),
  hasFloor: fc.boolean(),
  labels: fc.integer({ min: 0, max: 2 }),
  onBox: fc.boolean(),
})
const style = fc.record({
  title: fc.constantFrom('大衣', '+1 茶', '龙井, "明前"', '=SUM(A1)', '-5 度'),
  category: fc.constantFrom('', '外套'),
  brand: fc.constantFrom('', '怡宝', "@家's"),
  season: fc.constantFrom('', '2026 秋'),
  units: fc.uniqueArray(fc.constantFrom('箱', '提', '板'), { maxLength: 3 }),
  ofUnits: fc.tuple(unit, unit, unit),
  names: fc.constantFrom<readonly (readonly [string, string])[]>(
    [['', '']],
    [['常规', '']],
    [
      ['红', 'M'],
      ['红', 'L'],
      ['黑', 'M'],
    ],
  ),
  variants: fc.tuple(variant, variant, variant),
})
type Style = typeof style extends fc.Arbitrary<infer S> ? S : never

let labels = 0
const aLabel = () => `69${String((labels += 1)).padStart(10, '0')}`

function productOf({ title, category, brand, season, units, ofUnits, names, variants }: Style, at: number) {
  const code = `A-${String(at)}`
  const largest = units.map((name, index) => ({ name, factor: pieces(6 * (index + 1)), ...ofUnits[index] }))
  return {
    ...{ code, title, category, brand, season, kind: 'goods', baseUnit: '瓶', taxRate: 0 as Rate, units: largest },
    skus: names.map(([colour, size], index) => {
      const { hasFloor, labels: count, onBox, ...prices } = variants[index] ?? variants[0]
      const box = onBox ? units.map((name) => ({ barcode: aLabel(), unit: name })) : []
      return {
        ...prices,
        ...{ code: `${code}-${String(index)}`, variant: '', colour, size, archived: false },
        floorPrice: hasFloor ? (1 as UnitPrice) : null,
        barcodes: [...Array.from({ length: count }, () => ({ barcode: aLabel(), unit: '瓶' })), ...box],
      }
    }),
  } satisfies ProductInput
}

async function exported(shop: TestShop, columns: readonly ExportColumn<Row>[], format: 'csv' | 'xlsx') {
  const titles = columns.map(({ title }) => title)
  const file = await writeList<Row>({
    columns,
    pages: (after) => shop.client.products.list({ after, limit: 7, sort: 'price', withParticulars: true }),
    writer: format === 'csv' ? csvWriter(titles) : xlsxWriter(titles, 'all', 2),
    signal: new AbortController().signal,
    progress: () => undefined,
    most: 1_000,
  })
  return Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer())
}

async function productsOf({ client, rows }: TestShop) {
  const all = await Promise.all(
    rows('select id from products order by code').map(({ id }) => client.products.get({ productId: Number(id) })),
  )
  return all.map(asTold)
}

/** Without what each shop gives its own. */
function asTold({ id: _, uid: __, incomplete: ___, skus, ...product }: ProductView) {
  const told = skus.map(({ id: ____, uid: _____, barcodes, ...sku }) => ({
    ...sku,
    barcodes: barcodes.toSorted((a, b) => (a.barcode < b.barcode ? -1 : 1)),
  }))
  return { ...product, skus: told.toSorted((a, b) => (a.code < b.code ? -1 : 1)) }
}

async function aShopOf(styles: readonly Style[]): Promise<TestShop> {
  const shop = aShop()
  for (const [at, one] of styles.entries()) {
    const { skus } = await shop.client.products.create({ ...productOf(one, at), requestId: shop.rid() })
    const lines = skus.map(({ id }, index) => ({
      ...{ skuId: id, quantity: (2_500 * (index + 1)) as Quantity },
      unitCost: 12_500 as UnitPrice,
    }))
    await shop.client.stock.receive({ requestId: shop.rid(), kind: 'openingStock', supplier: '', note: '', lines })
  }
  return shop
}

test('a file of all products, brought into an empty shop, makes the same products of it', async () => {
  const given = fc.record({
    styles: fc.array(style, { minLength: 1, maxLength: 4 }),
    language: fc.constantFrom(...LANGUAGES),
    format: fc.constantFrom('csv' as const, 'xlsx' as const),
  })
  await fc.assert(
    fc.asyncProperty(given, async ({ styles, language, format }) => {
      const [shop, empty] = [await aShopOf(styles), aShop()]
      const t = await wordsOf(language)
      const cost: ExportColumn<Row> = {
        key: 'cost',
        title: t('products.cost'),
        kind: 'price',
        value: (row) => row.unitCost,
      }
      const file = await exported(shop, catalogueColumns(t, [cost]), format)
      const done = await bringIn(empty.client, 'products', file)
      expect(done.preview?.problems).toEqual([])
      expect(done.columns.filter(({ field }) => field === null)).toEqual([])
      expect(await productsOf(empty)).toEqual(await productsOf(shop))
      expect((await bringIn(shop.client, 'products', file)).counts).toMatchObject({ created: 0, changed: 0 })
      shop.writer.close()
      empty.writer.close()
    }),
    { numRuns: 30 },
  )
}, 120_000)

test('who may not see cost gets none into the file, and what is out of sale says so', async () => {
  const shop = aShop()
  const clerk = shop.as('clerk')
  const [one] = fc.sample(style, { numRuns: 1, seed: 1 })
  if (!one) throw new Error('no style')
  const made = await shop.client.products.create({ ...productOf(one, 0), requestId: shop.rid() })
  await shop.client.products.archive({ requestId: shop.rid(), productId: made.id, archived: true })
  const { rows } = await clerk.products.list({ withParticulars: true, archived: true })
  for (const row of rows) expect([row.unitCost, row.value]).toEqual([undefined, undefined])
  const t = (await wordsOf('zh-CN')) as ComposerTranslation
  const says = catalogueColumns(t, []).find(({ title }) => title === '状态')
  expect(rows.map((row) => says?.value(row))).toEqual(made.skus.map(() => '已停用'))
  expect((await clerk.products.list({ archived: true })).rows[0]).not.toHaveProperty('particulars')
})
