import { expect, test } from 'vitest'
import type { BusinessDay } from '../../contract/values.ts'
import { businessDayOf, spanOf } from './days.ts'

test("until the day starts, it is still yesterday's trade", () => {
  const twoAtNight = Date.UTC(2026, 10, 21, 18)
  expect(businessDayOf(twoAtNight, 'Asia/Shanghai', 0)).toBe('2026-11-22')
  expect(businessDayOf(twoAtNight, 'Asia/Shanghai', 4)).toBe('2026-11-21')
})

test('seven days end with today and reach over the month', () => {
  const today = '2026-03-02' as BusinessDay
  expect(spanOf('today', today)).toEqual({ from: today, to: today })
  expect(spanOf('week', today)).toEqual({ from: '2026-02-24', to: today })
  expect(spanOf('month', today)).toEqual({ from: '2026-02-01', to: today })
})
