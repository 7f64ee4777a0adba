import { expect, test } from 'vitest'
import { tableOf } from './report.ts'

test('the table lines its columns up and shouts what was missed', () => {
  const results = [
    { name: 'place an order', budget: '≥ 40 %', measured: '61.0 %', pass: true, figures: {} },
    { name: 'stall', budget: '≤ 50 ms', measured: '80.1 ms', pass: false, figures: {} },
    { name: 'self-check', budget: '', measured: '20 s', pass: null, figures: {} },
  ]
  expect(tableOf(results).split('\n')).toEqual([
    'what            budget   measured',
    'place an order  ≥ 40 %   61.0 %    kept',
    'stall           ≤ 50 ms  80.1 ms   MISSED',
    'self-check               20 s',
  ])
})
