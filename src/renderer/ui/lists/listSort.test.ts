import { expect, test } from 'vitest'
import { nextSort, readSort } from './listSort.ts'

test('a header pressed again turns the order around, and then gives it up', () => {
  const total = { by: 'total', usual: 'desc' } as const
  const first = nextSort({ by: 'time', order: 'asc' }, total)
  expect(first).toEqual({ by: 'total', order: 'desc' })
  const second = nextSort(first, total)
  expect(second).toEqual({ by: 'total', order: 'asc' })
  expect(nextSort(second, total)).toBeNull()
  expect(nextSort(null, { by: 'name', usual: 'asc' })).toEqual({ by: 'name', order: 'asc' })
})

test('what a device stored for a list that no longer knows it sorts nothing', () => {
  const sorts = ['code', 'price'] as const
  expect(readSort({ by: 'price', order: 'asc' }, sorts)).toEqual({ by: 'price', order: 'asc' })
  for (const stored of [null, 7, 'price', {}, { by: 'colour', order: 'asc' }, { by: 'price', order: 'up' }])
    expect(readSort(stored, sorts)).toBeNull()
})
