import { expect, test } from 'vitest'
import type { VoidedSale } from '../../contract/corrections.ts'
import { withScanned } from '../../contract/orders.ts'
import type { Rate } from '../../contract/values.ts'
import {
  addItem,
  addQuickItem,
  askedFor,
  changeItem,
  EMPTY,
  nextUnit,
  putBack,
  putBackAll,
  removeItem,
  reopened,
  selectBy,
} from './basket.ts'
import type { Added, OpenSale } from './basket.ts'

const tea: Added = { skuId: 1, code: 'T1', title: 'tea', variant: '', unit: 'box' }
const shirt: Added = { skuId: 2, code: 'S1', title: 'shirt', variant: 'blue', unit: 'piece' }

const basketOf = (...items: Added[]): OpenSale => items.reduce(addItem, EMPTY)
const keyAt = (sale: OpenSale, at: number): number => sale.items[at]?.key ?? 0

test('the same goods scanned again count on the same line', () => {
  const sale = basketOf(tea, shirt, tea)
  expect(sale.items.map((item) => [item.kind === 'item' && item.skuId, item.quantity])).toEqual([
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
  expect(askedFor(basketOf(tea))).toEqual({
    customerId: null,
    lines: [{ kind: 'item', skuId: 1, unit: 'box', quantity: 1_000 }],
    saleDiscount: null,
    roundOff: 'none',
    salespersonId: null,
  })
})

test('a reduction is sent as it was meant, and what it comes to is left to the shop', () => {
  const off = { kind: 'rate', rate: 9_000 as Rate } as const
  const sale: OpenSale = { ...changeItem(basketOf(tea), 1, { off }), off, roundOff: 'yuan' }
  expect(askedFor(sale)).toMatchObject({ lines: [{ discount: off }], saleDiscount: off, roundOff: 'yuan' })
})

test.each([
  ['new goods', basketOf(shirt)],
  ['goods that are there', basketOf(tea, shirt)],
  ['goods that are there at a price of their own', changeItem(basketOf(tea, shirt), 1, { price: 1_000_000 })],
])('what the shop prices ahead for a scan is what the basket then asks for: %s', (_, sale) => {
  const before = askedFor(sale)
  const after = { ...before, lines: withScanned(before.lines, { skuId: tea.skuId, scannedUnit: tea.unit }) }
  expect(JSON.stringify(after)).toBe(JSON.stringify(askedFor(addItem(sale, tea))))
})

test('a weighed line has its weight, and what a label priced stands alone until it is changed', () => {
  const labelled = addItem(basketOf(tea), { ...tea, quantity: 640, labelAmount: 1_280 })
  expect(labelled.items).toHaveLength(2)
  expect(askedFor(labelled).lines[1]).toEqual({
    kind: 'item',
    skuId: 1,
    unit: 'box',
    quantity: 640,
    labelAmount: 1_280,
  })
  const changed = changeItem(labelled, keyAt(labelled, 1), { quantity: 700 })
  expect(askedFor(changed).lines[1]).not.toHaveProperty('labelAmount')
  expect(addItem(basketOf(tea), { ...tea, quantity: 3_000 }).items[0]?.quantity).toBe(4_000)
})

test('goods without a code are named and priced by hand, one line each', () => {
  const sale = addQuickItem(addQuickItem(EMPTY, { title: '无码商品', price: 50_000 }), { title: '胶带', price: 30_000 })
  expect(askedFor(changeItem(sale, 2, { price: 20_000 })).lines).toEqual([
    { kind: 'quick', title: '无码商品', quantity: 1_000, unitPrice: 50_000 },
    { kind: 'quick', title: '胶带', quantity: 1_000, unitPrice: 20_000 },
  ])
})

test('a voided sale comes back as its basket, its reductions as sums', () => {
  const line = { skuId: 1, code: 'T1', title: 'tea', variant: '', unit: 'box', quantity: 2_000, giftReason: null }
  const lines = [
    { ...line, kind: 'item', unitPrice: null, discount: 100 },
    { ...line, kind: 'quick', skuId: null, unitPrice: 10_000, discount: 0 },
    { ...line, kind: 'discount', skuId: null, quantity: -1_000, unitPrice: 10_000, discount: 0 },
  ]
  const seller = { salespersonId: 7, salespersonName: '营业员' }
  const nobody = { salespersonId: null, salespersonName: '' }
  const document = { ...seller, lines: [nobody, seller, nobody], channel: 'wechat', note: '要礼盒' }
  const voided = { document, reopened: lines, saleDiscount: 50, roundOff: 5 } as unknown as VoidedSale
  expect(reopened(voided, null)).toMatchObject({
    items: [
      { kind: 'item', off: { kind: 'amount', amount: 100 } },
      { kind: 'quick', price: 10_000, salesperson: { id: 7, name: '营业员' } },
    ],
    off: { kind: 'amount', amount: 155 },
    salesperson: { id: 7, name: '营业员' },
    source: 'wechat',
    note: '要礼盒',
  })
})

test('a removed line comes back near its place, and what was scanned since stays', () => {
  const sale = basketOf(tea, shirt)
  const [first] = sale.items
  const since = addItem(removeItem(sale, keyAt(sale, 0)), { ...tea, unit: 'carton' })
  const back = first ? putBack(since, first, 0) : since
  expect(back.items.map(({ unit }) => unit)).toEqual(['box', 'piece', 'carton'])
  expect(new Set(back.items.map(({ key }) => key)).size).toBe(3)
  expect(back.selected).toBe(keyAt(back, 0))
})

test('a cleared basket comes back before what was scanned since', () => {
  const cleared = { ...basketOf(tea, shirt), note: 'gift box' }
  const back = putBackAll(basketOf({ ...tea, unit: 'carton' }), cleared)
  expect(back.items.map(({ unit }) => unit)).toEqual(['box', 'piece', 'carton'])
  expect(new Set(back.items.map(({ key }) => key)).size).toBe(3)
  expect(back.note).toBe('gift box')
})

test('a line served by another says so, and more of the same goods are a line of their own', () => {
  const sale = changeItem(basketOf(tea), 1, { salesperson: { id: 7, name: '营业员' } })
  expect(askedFor(addItem(sale, tea)).lines).toEqual([
    { kind: 'item', skuId: 1, unit: 'box', quantity: 1_000, salespersonId: 7 },
    { kind: 'item', skuId: 1, unit: 'box', quantity: 1_000 },
  ])
})

test('another unit takes its list price, and what was typed for the former goes', () => {
  const priced = changeItem(basketOf(tea), 1, { price: 1_000_000 })
  expect(askedFor(changeItem(priced, 1, { unit: 'carton' })).lines).toEqual([
    { kind: 'item', skuId: 1, unit: 'carton', quantity: 1_000 },
  ])
})

test('units follow each other in a ring', () => {
  expect([nextUnit('盒', ['盒', '箱'], 1), nextUnit('盒', ['盒', '箱'], -1), nextUnit('箱', ['盒', '箱'], 1)]).toEqual([
    '箱',
    '箱',
    '盒',
  ])
  expect(nextUnit('盒', ['盒'], 1)).toBe('盒')
})
