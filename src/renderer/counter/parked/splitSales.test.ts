import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Money, Rate } from '../../../contract/values.ts'
import { EMPTY } from '../basket.ts'
import type { BasketItem, GoodsItem, OpenSale } from '../basket.ts'
import { moveAll, moveLine, moveOne } from './splitLines.ts'
import type { Side } from './splitLines.ts'
import { linesOf, moved, newBill } from './splitSales.ts'

const goods = (key: number, over: Partial<GoodsItem> = {}): GoodsItem => ({
  ...{ kind: 'item', key, skuId: 1, code: 'TEA', title: '龙井茶', variant: '', unit: '盒', quantity: 3_000 },
  ...{ price: null, off: null, gift: null, labelAmount: null },
  ...over,
})
const aSale = (items: readonly BasketItem[], over: Partial<OpenSale> = {}): OpenSale => ({ ...EMPTY, items, ...over })
const LIN = { id: 7, name: '林女士', owed: 0 }
const quantities = ({ items }: OpenSale) => items.map(({ title, quantity }) => [title, quantity])

test('a piece of a parked sale joins the same goods in the open one, and the rest stays parked', () => {
  const before = {
    left: aSale([goods(5)]),
    right: aSale([goods(1, { quantity: 2_000 })], { customer: LIN, note: 'x' }),
  }
  const lines = linesOf(before)
  const after = moved(before, moveOne(lines, 'right', lines.right[0]?.key ?? ''))
  expect(quantities(after.left)).toEqual([['龙井茶', 4_000]])
  expect(quantities(after.right)).toEqual([['龙井茶', 1_000]])
  expect(after.right).toMatchObject({ customer: LIN, note: 'x', selected: 1 })
  expect(after.left).toMatchObject({ customer: null, selected: 1 })
})

test('the same goods at another price, given away, or by the name of another, stay lines of their own', () => {
  const before = {
    left: aSale([goods(1), goods(2, { price: 1 }), goods(3, { gift: '老客' }), goods(4, { skuId: 2 })]),
    right: EMPTY,
  }
  const after = moved(before, moveAll(linesOf(before), 'left'))
  expect(after.right.items.map(({ key, quantity }) => [key, quantity])).toEqual([
    [1, 3_000],
    [2, 3_000],
    [3, 3_000],
    [4, 3_000],
  ])
  expect(after.right.items[2]).toMatchObject({ gift: '老客' })
})

test('a sum taken off a line is shared by its parts, a rate is the same for both', () => {
  const off = { kind: 'amount', amount: 1_000 as Money } as const
  const rate = { kind: 'rate', rate: 9_000 as Rate } as const
  const before = { left: aSale([goods(1, { off }), goods(2, { skuId: 2, off: rate })]), right: EMPTY }
  const lines = linesOf(before)
  const [first, second] = lines.left
  const after = moved(before, moveOne(moveOne(lines, 'left', first?.key ?? ''), 'left', second?.key ?? ''))
  expect(after.left.items.map((item) => item.off)).toEqual([{ kind: 'amount', amount: 667 }, rate])
  expect(after.right.items.map((item) => item.off)).toEqual([{ kind: 'amount', amount: 333 }, rate])
})

test('what a scale labelled goes whole, or is priced as any goods', () => {
  const before = { left: aSale([goods(1, { labelAmount: 1_280 })]), right: EMPTY }
  const lines = linesOf(before)
  const key = lines.left[0]?.key ?? ''
  expect(moved(before, moveLine(lines, 'left', key)).right.items).toMatchObject([{ labelAmount: 1_280 }])
  const parts = moved(before, moveOne(lines, 'left', key))
  expect([...parts.left.items, ...parts.right.items]).toMatchObject([{ labelAmount: null }, { labelAmount: null }])
})

test('an empty basket that gets all of a sale is that sale; another keeps who it is for', () => {
  const parked = aSale([goods(1)], { customer: LIN, note: '送到', off: { kind: 'amount', amount: 100 as Money } })
  const taken = (left: OpenSale) => {
    const before = { left, right: parked }
    return moved(before, moveAll(linesOf(before), 'right'))
  }
  expect(taken(EMPTY)).toMatchObject({
    left: { customer: LIN, note: '送到', off: { amount: 100 } },
    right: { items: [] },
  })
  expect(taken(aSale([goods(1, { skuId: 9 })])).left).toMatchObject({ customer: LIN, note: '', off: null })
  const other = { id: 8, name: '王先生', owed: 0 }
  expect(taken(aSale([goods(1)], { customer: other })).left).toMatchObject({ customer: other })
})

test('tenders that were entered for other lines are entered anew', () => {
  const parts = [{ tender: 'cash' as const, amount: 100 as Money }]
  const before = { left: aSale([goods(1)], { parts }), right: aSale([goods(1, { skuId: 2 })], { parts }) }
  const after = moved(before, moveAll(linesOf(before), 'right'))
  expect([after.left.parts, after.right.parts]).toEqual([[], []])
})

test('however lines are moved, every piece and every cent taken off is in one of the two sales', () => {
  const off = fc.option(
    fc.integer({ min: 1, max: 999 }).map((amount) => ({ kind: 'amount' as const, amount: amount as Money })),
  )
  const line = fc.record({ skuId: fc.integer({ min: 1, max: 3 }), quantity: fc.integer({ min: 1, max: 9_000 }), off })
  const sale = fc.array(line, { maxLength: 4 }).map((lines) => aSale(lines.map((over, at) => goods(at + 1, over))))
  const step = fc.record({ side: fc.constantFrom<Side>('left', 'right'), at: fc.nat(4), quantity: fc.nat(9_000) })
  const total = (sales: readonly OpenSale[], of: number) =>
    sales
      .flatMap(({ items }) => items)
      .reduce((sum, item) => sum + (item.kind === 'item' && item.skuId === of ? item.quantity : 0), 0)
  const taken = (sales: readonly OpenSale[]) =>
    sales
      .flatMap(({ items }) => items)
      .reduce((sum, item) => sum + (item.off?.kind === 'amount' ? item.off.amount : 0), 0)
  fc.assert(
    fc.property(sale, sale, fc.array(step, { maxLength: 8 }), (left, right, steps) => {
      const before = { left, right }
      const split = steps.reduce(
        (lines, { side, at, quantity }) => moveLine(lines, side, lines[side][at]?.key ?? '', quantity),
        linesOf(before),
      )
      const after = moved(before, split)
      const [then, now] = [
        [left, right],
        [after.left, after.right],
      ]
      for (const of of [1, 2, 3]) expect(total(now, of)).toBe(total(then, of))
      expect(taken(now)).toBe(taken(then))
      for (const { items } of now) expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
    }),
  )
})

test('a new bill is of the same people and terms, and a total agreed on holds for the whole alone', () => {
  const terms = { customer: LIN, salesperson: { id: 2, name: '营业员' }, source: 'wechat', note: '礼盒' } as const
  const rate = { kind: 'rate', rate: 9_000 as Rate } as const
  expect(newBill(aSale([goods(1)], { ...terms, off: rate }))).toEqual({ ...EMPTY, ...terms, off: rate })

  const agreed = { kind: 'agreedTotal', total: 30_000 as Money } as const
  const before = aSale([goods(1), goods(2, { skuId: 2 })], { ...terms, off: agreed })
  const two = { left: before, right: newBill(before) }
  const lines = linesOf(two)
  expect(two.right.off).toBeNull()
  expect(moved(two, lines).left.off).toEqual(agreed)
  expect(moved(two, moveLine(lines, 'left', lines.left[0]?.key ?? '')).left.off).toBeNull()
  expect(moved(two, moveAll(lines, 'left')).right.off).toEqual(agreed)
})
