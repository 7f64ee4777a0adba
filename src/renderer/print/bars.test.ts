import { expect, test } from 'vitest'
import { barsOf, isPrintable } from './bars.ts'

test('an EAN-13 is 95 modules wide, with its guards at both ends and in the middle', () => {
  const { modules, bars } = barsOf('6901234567892')
  expect(modules).toBe(95)
  expect(bars).toHaveLength(30)
  expect([bars[0], bars[1], bars.at(-1)]).toEqual([
    { x: 0, width: 1 },
    { x: 2, width: 1 },
    { x: 94, width: 1 },
  ])
})

test('what is no EAN-13 is Code 128, and what is not Latin has no bars', () => {
  expect(barsOf('6901234567893').modules).not.toBe(95)
  expect(barsOf('TEA-01').bars.length).toBeGreaterThan(20)
  expect(isPrintable('TEA-01')).toBe(true)
  expect(isPrintable('DY-藏青-M')).toBe(false)
})
