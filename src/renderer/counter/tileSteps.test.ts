import { expect, test } from 'vitest'
import { stepOf } from './tileSteps.ts'

const from = (at: number) => (code: string) => stepOf(code, { at, columns: 6, count: 14 })

test('arrows lead along the row and to the row above and below', () => {
  expect(from(7)('ArrowLeft')).toBe(6)
  expect(from(5)('ArrowRight')).toBe(6)
  expect(from(7)('ArrowUp')).toBe(1)
  expect(from(7)('ArrowDown')).toBe(13)
})

test('at the edge they lead nowhere, and other keys mean nothing', () => {
  expect(from(0)('ArrowLeft')).toBeNull()
  expect(from(13)('ArrowRight')).toBeNull()
  expect(from(3)('ArrowUp')).toBeNull()
  expect(from(8)('ArrowDown')).toBeNull()
  expect(from(0)('Enter')).toBeNull()
})
