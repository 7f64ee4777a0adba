import { expect, test } from 'vitest'
import { highest, median, percentile, spreadOf } from './measure.ts'

const hundred = Array.from({ length: 100 }, (_, at) => 100 - at)

test('a percentile is the value that so many are at or below', () => {
  expect(percentile(hundred, 0.99)).toBe(99)
  expect(percentile(hundred, 0.01)).toBe(1)
  expect(median([3, 1, 2])).toBe(2)
  expect(highest(hundred)).toBe(100)
  expect(percentile([], 0.5)).toBeNaN()
})

test('a spread tells its samples, middle and tail', () => {
  expect(spreadOf(hundred)).toEqual({ samples: 100, p50: 50, p95: 95, p99: 99, max: 100 })
})
