import { expect, test } from 'vitest'
import { code128 } from './code128.ts'

test('digits of a document number go in pairs, so that it fits on a roll of 58 mm', () => {
  const { modules } = code128('SO-20261121-0001')
  expect(modules).toBe(178)
  expect(modules * 0.25).toBeLessThan(48)
})

test('a code begins and ends with a bar, and none touches the next', () => {
  const { bars, modules } = code128('SO-20261121-0001')
  expect(bars[0]).toEqual({ x: 0, width: 2 })
  const last = bars.at(-1)
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBe(modules)
  bars
    .slice(1)
    .forEach((bar, index) => expect(bar.x).toBeGreaterThan((bars[index]?.x ?? 0) + (bars[index]?.width ?? 0)))
})

test('an odd run of digits spends one digit on its own', () => {
  // start B, 1, to C, 23, 45, check: six symbols of eleven modules, and the stop of thirteen
  expect(code128('12345').modules).toBe(6 * 11 + 13)
})

test('what Code 128 B has no sign for is refused', () => {
  expect(() => code128('茶')).toThrow(RangeError)
})
