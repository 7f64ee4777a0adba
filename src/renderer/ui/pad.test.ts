import { expect, test } from 'vitest'
import { withPadKey, type PadKey } from './pad.ts'

const typed = (...keys: PadKey[]) => keys.reduce(withPadKey, '')

test('digits make a number, with one point in it', () => {
  expect(typed('1', '2', '.', '5', '.', '0')).toBe('12.50')
  expect(typed('.', '5')).toBe('0.5')
})

test('no zero stands before a digit', () => {
  expect(typed('0', '5')).toBe('5')
  expect(typed('00')).toBe('0')
  expect(typed('0', '0', '.', '0', '5')).toBe('0.05')
  expect(typed('1', '00')).toBe('100')
})

test('a minus stands in front, and leaves again', () => {
  expect(typed('-', '5')).toBe('-5')
  expect(typed('5', '-')).toBe('-5')
  expect(typed('5', '-', '-')).toBe('5')
  expect(typed('-', '.', '5')).toBe('-0.5')
})

test('one key takes the last back, another all', () => {
  expect(typed('1', '2', 'back')).toBe('1')
  expect(typed('back')).toBe('')
  expect(typed('1', '2', 'clear')).toBe('')
})

test('it does not grow for ever', () => {
  expect(typed(...Array.from({ length: 30 }, () => '9' as const))).toHaveLength(14)
})
