import { expect, test } from 'vitest'
import { useSelection } from './useSelection.ts'

const row = (id: number) => ({ id, name: `row ${id}` })

test('a row is chosen and let go, also when it was read anew meanwhile', () => {
  const selection = useSelection(({ id }: { id: number }) => id)
  selection.toggle(row(1))
  selection.toggle(row(2))
  expect(selection.has(row(1))).toBe(true)
  selection.toggle(row(1))
  expect(selection.rows.value.map(({ id }) => id)).toEqual([2])
})

test('all that are shown are chosen together with what was, and all let go again', () => {
  const selection = useSelection(({ id }: { id: number }) => id)
  expect(selection.hasAll([])).toBe(false)
  selection.toggle(row(9))
  selection.toggleAll([row(1), row(2)])
  expect(selection.rows.value.map(({ id }) => id)).toEqual([9, 1, 2])
  expect(selection.hasAll([row(1), row(2)])).toBe(true)
  selection.toggleAll([row(1), row(2)])
  expect(selection.rows.value).toEqual([])
})
