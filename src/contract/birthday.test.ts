import { expect, test } from 'vitest'
import { birthday, birthdayOf, birthdayText } from './birthday.ts'

test.each([
  ['1990-05-06', '1990-05-06'],
  ['1990/5/6', '1990-05-06'],
  ['1990年5月6日', '1990-05-06'],
  ['１９９０．５．６', '1990-05-06'],
  ['19900506', '1990-05-06'],
  ['1990-05-06 00:00:00', '1990-05-06'],
  ['5月6日', '--05-06'],
  ['05-06', '--05-06'],
  ['0506', '--05-06'],
  ['--05-06', '--05-06'],
  ['2-29', '--02-29'],
  ['2000-02-29', '2000-02-29'],
])('%s is a birthday', (written, stored) => {
  expect(birthdayOf(written)).toBe(stored)
  expect(birthday.safeParse(stored).success).toBe(true)
})

test.each([
  '',
  '13-01',
  '2-30',
  '1990-02-29',
  '1900-02-29',
  '0000-00-00',
  '3月',
  '四月',
  '34521',
  '90/5/6/7',
  '1832-01-01',
])('%s is no day of a year', (written) => {
  expect(birthdayOf(written)).toBeUndefined()
  expect(birthday.safeParse(written).success).toBe(false)
})

test('a year that nobody told is not shown', () => {
  expect(birthdayText('--05-06')).toBe('05-06')
  expect(birthdayText('1990-05-06')).toBe('1990-05-06')
})
