import { expect, test } from 'vitest'
import { withScanned } from '../../contract/orders.ts'
import type { Rate } from '../../contract/values.ts'
import { addItem, askedFor, changeItem, EMPTY, removeItem, selectBy } from './basket.ts'
import type { Added, OpenSale } from './basket.ts'

const tea: Added = { skuId: 1, code: 'T1', title: 'tea', variant: '', unit: 'box' }
const shirt: Added = { skuId: 2, code: 'S1', title: 'shirt', variant: 'blue', unit: 'piece' }

const basketOf = (...items: Added[]): OpenSale => items.reduce(addItem, EMPTY)
const keyAt = (sale: OpenSale, at: number): number => sale.items[at]?.key ?? 0

test('the same goods scanned again count on the same line', () => {
  const sale = basketOf(tea, shirt, tea)
  expect(sale.items.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([
    [1, 2_000],
    [2, 1_000],
  ])
  expect(sale.selected).toBe(keyAt(sale, 0))
})

test('another unit, or a line with its own price, is a line of its own', () => {
  const carton = { ...tea, unit: 'carton' }
  expect(basketOf(tea, carton).items).toHaveLength(2)
  const priced = changeItem(basketOf(tea), 1, { price: 1_000_000 })
  expect(addItem(priced, tea).items).toHaveLength(2)
})

test('removing a line selects the next, at the end the one before', () => {
  const sale = basketOf(tea, shirt, { ...tea, unit: 'carton' })
  expect(removeItem(sale, keyAt(sale, 1)).selected).toBe(keyAt(sale, 2))
  expect(removeItem(sale, keyAt(sale, 2)).selected).toBe(keyAt(sale, 1))
  expect(removeItem(basketOf(tea), 1)).toMatchObject({ items: [], selected: null })
})

test('a removed line’s key is not given to another', () => {
  const sale = basketOf(tea, shirt)
  const again = addItem(removeItem(sale, keyAt(sale, 0)), tea)
  expect(new Set(again.items.map(({ key }) => key)).size).toBe(2)
})

test('the arrows stop at both ends', () => {
  const sale = basketOf(tea, shirt)
  expect(selectBy(sale, 1).selected).toBe(keyAt(sale, 1))
  expect(selectBy(sale, -5).selected).toBe(keyAt(sale, 0))
  expect(selectBy(EMPTY, 1)).toBe(EMPTY)
})

test('a basket is asked for with list prices left to the shop', () => {
  expect(askedFor(basketOf(tea), 2)).toEqual({
    customerId: null,
    lines: [{ kind: 'item', skuId: 1, unit: 'box', quantity: 1_000 }],
    saleDiscount: null,
    roundOff: 'none',
  })
})

test('a reduction is sent as it was meant, and what it comes to is left to the shop', () => {
  const off = { kind: 'rate', rate: 9_000 as Rate } as const
  const sale: OpenSale = { ...changeItem(basketOf(tea), 1, { off }), off, roundOff: true }
  expect(askedFor(sale, 2)).toMatchObject({ lines: [{ discount: off }], saleDiscount: off, roundOff: 'yuan' })
  expect(askedFor(sale, 0)).toMatchObject({ roundOff: 'fiveYuan' })
})

test.each([
  ['new goods', basketOf(shirt)],
  ['goods that are there', basketOf(tea, shirt)],
  ['goods that are there at a price of their own', changeItem(basketOf(tea, shirt), 1, { price: 1_000_000 })],
])('what the shop prices ahead for a scan is what the basket then asks for: %s', (_, sale) => {
  const before = askedFor(sale, 2)
  const after = { ...before, lines: withScanned(before.lines, { skuId: tea.skuId, scannedUnit: tea.unit }) }
  expect(JSON.stringify(after)).toBe(JSON.stringify(askedFor(addItem(sale, tea), 2)))
})
