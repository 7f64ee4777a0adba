import { expect, test } from 'vitest'
import type { ComposerTranslation } from 'vue-i18n'
import type { DayEndView } from '../../contract/day-end.ts'
import { pointsOf } from './points.ts'

const words = ((key: string) => key) as ComposerTranslation
const one = { count: 1, amount: 12_800 }
const day = {
  ...{ openShift: null, shifts: { count: 0, counted: 0, difference: 0, dropped: 0 } },
  ...{ unpaid: one, unshipped: one, negativeStock: 1, incomplete: 1, parked: one, lastSnapshotAt: null },
} as unknown as DayEndView

test('what stands open leads to just that, and what does not leads nowhere', () => {
  const links = (of: DayEndView) => pointsOf(of, 0, words).flatMap(({ key, to }) => (to ? [[key, to]] : []))
  expect(links(day)).toEqual([
    ['unpaid', '/documents?period=today&payment=owing'],
    ['unshipped', '/documents?state=confirmed'],
    ['negativeStock', '/stock?stock=negative'],
    ['incomplete', '/products?particulars=incomplete'],
    ['parked', '/counter'],
  ])
  const none = { count: 0, amount: 0 }
  const done = { ...day, unpaid: none, unshipped: none, negativeStock: 0, incomplete: 0, parked: none }
  expect(links(done as DayEndView)).toEqual([])
})
