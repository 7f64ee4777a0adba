import { expect, test } from 'vitest'
import type { LocationQuery } from 'vue-router'
import { filterByLink } from './linkFilters.ts'

type Level = 'any' | 'negative'
const nothing = () => ({ search: '', stock: 'any' as Level })
const after = (query: LocationQuery) => {
  const filters = { ...nothing(), search: '茶' }
  filterByLink(filters, { query, nothing: nothing(), known: { stock: ['any', 'negative'] } })
  return filters
}

test('a link that names a filter shows that alone', () => {
  expect(after({ stock: 'negative' })).toEqual({ search: '', stock: 'negative' })
})

test('a link that names none, or one that the list does not know, leaves the list as one left it', () => {
  const links: LocationQuery[] = [{}, { stock: 'nonsense' }, { period: 'today' }]
  for (const query of links) expect(after(query)).toEqual({ search: '茶', stock: 'any' })
})
