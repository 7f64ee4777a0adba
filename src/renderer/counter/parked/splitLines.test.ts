import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveAll, moveLine, moveOne, type Side, type Split, type SplitLine } from './splitLines.ts'

const line = (key: number, quantity: number): SplitLine => ({
  key,
  quantity,
  title: `goods ${String(key)}`,
  unit: '件',
})
const aTable: Split = { left: [line(1, 3_000), line(2, 500)], right: [] }

test('one piece of a line is moved, and joins what is there already', () => {
  const once = moveOne(aTable, 'left', 1)
  expect(once.right).toEqual([line(1, 1_000)])
  expect(moveOne(once, 'left', 1)).toEqual({ left: [line(1, 1_000), line(2, 500)], right: [line(1, 2_000)] })
})

test('less than a piece goes as it is, and a line that is empty goes away', () => {
  expect(moveOne(aTable, 'left', 2)).toEqual({ left: [line(1, 3_000)], right: [line(2, 500)] })
})

test('all lines can be moved at once', () => {
  expect(moveAll(aTable, 'left')).toEqual({ left: [], right: aTable.left })
})

test('however lines are moved, nothing is lost and nothing doubled', () => {
  const side = fc.constantFrom<Side>('left', 'right')
  const key = fc.nat(3)
  const step = fc.record({ side, key, quantity: fc.option(fc.integer({ min: 1, max: 5_000 }), { nil: undefined }) })
  const total = ({ left, right }: Split, of: number) =>
    [...left, ...right].filter((one) => one.key === of).reduce((sum, { quantity }) => sum + quantity, 0)
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const before: Split = { left: [line(0, 1), line(1, 2_500)], right: [line(2, 7_000), line(1, 1_000)] }
      const after = steps.reduce((split, one) => moveLine(split, one.side, one.key, one.quantity), before)
      for (const of of [0, 1, 2, 3]) expect(total(after, of)).toBe(total(before, of))
    }),
  )
})
