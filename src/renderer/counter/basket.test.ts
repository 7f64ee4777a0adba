import { expect, test } from 'vitest'
import { oneMore } from '../../contract/orders.ts'
import { addItem, askedFor, changeItem, EMPTY, priceKey, removeItem, selectBy } from './basket.ts'
import type { Added, OpenSale } from './basket.ts'

const tea: Added = { skuId: 1, code: 'T1', title: 'tea', variant: '', unit: 'box' }
const shirt: Added = { skuId: 2, code: 'S1', title: 'shirt', variant: 'blue', unit: 'piece' }
const prices = new Map([
  [priceKey(tea), 1_280_000],
  [priceKey(shirt), 2_590_000],
])

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
  expect(askedFor(basketOf(tea), prices, 2)).toEqual({
    customerId: null,
    lines: [{ kind: 'item', skuId: 1, unit: 'box', quantity: 1_000 }],
    saleDiscount: 0,
    roundOff: 0,
  })
})

test.each([
  ['new goods', basketOf(shirt)],
  ['goods that are there', basketOf(tea, shirt)],
  ['goods that are there at a price of their own', changeItem(basketOf(tea, shirt), 1, { price: 1_000_000 })],
])('what the shop prices ahead for a scan is what the basket then asks for: %s', (_, sale) => {
  const before = askedFor(sale, prices, 2)
  const after = { ...before, lines: oneMore(before.lines, { skuId: tea.skuId, unit: tea.unit }) }
  expect(JSON.stringify(after)).toBe(JSON.stringify(askedFor(addItem(sale, tea), prices, 2)))
})

test('9折 of a line is worked out from its price and grows with its quantity', () => {
  const off = { kind: 'rate', rate: 9_000 } as const
  const sale = changeItem(basketOf(tea), 1, { off })
  expect(askedFor(sale, prices, 2).lines[0]).toMatchObject({ discount: 1_280 })
  expect(askedFor(changeItem(sale, 1, { quantity: 3_000 }), prices, 2).lines[0]).toMatchObject({ discount: 3_840 })
})

test('a sum larger than the line takes it to nothing', () => {
  const sale = changeItem(basketOf(tea), 1, { off: { kind: 'amount', amount: 99_999_999 } })
  expect(askedFor(sale, prices, 2).lines[0]).toMatchObject({ discount: 12_800 })
})

test('the whole sale’s discount comes after those of the lines, and the odd cents last', () => {
  const lineOff = changeItem(basketOf(tea, shirt), 2, { off: { kind: 'rate', rate: 8_880 } })
  const sale: OpenSale = { ...lineOff, off: { kind: 'rate', rate: 9_500 }, roundOff: true }
  // 128.00 + 259.00 × 0.888 = 357.99; 5 % of it is 17.90; 340.09 loses 0.09.
  expect(askedFor(sale, prices, 2)).toMatchObject({ saleDiscount: 1_790, roundOff: 9 })
})

test('a currency without decimals drops what is below ten', () => {
  const yen = new Map([[priceKey(tea), 12_340_000]])
  expect(askedFor({ ...basketOf(tea), roundOff: true }, yen, 0)).toMatchObject({ roundOff: 4 })
})

test('a price that is not known yet discounts nothing yet', () => {
  const sale = changeItem(basketOf(tea), 1, { off: { kind: 'rate', rate: 9_000 } })
  expect(askedFor(sale, new Map(), 2).lines[0]).not.toHaveProperty('discount')
})
