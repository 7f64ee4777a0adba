/** How each list is sorted on this device; null as the shop gives it. */
import type { Ref } from 'vue'
import type { Order } from '../../../contract/paging.ts'
import { deviceRef } from '../../app/device.ts'

export interface ListSort<S extends string = string> {
  readonly by: S
  readonly order: Order
}

const known = new Map<string, Ref<ListSort | null>>()

/** @param sorts that the list knows; whatever else was stored sorts nothing */
export function listSort<S extends string>(name: string, sorts: readonly S[]): Ref<ListSort<S> | null> {
  const sort = known.get(name) ?? deviceRef(`sort.${name}`, (stored) => readSort(stored, sorts))
  known.set(name, sort)
  return sort as Ref<ListSort<S> | null>
}

export function readSort<S extends string>(stored: unknown, sorts: readonly S[]): ListSort<S> | null {
  const { by, order } = (stored ?? {}) as { by?: unknown; order?: unknown }
  const found = sorts.find((sort) => sort === by)
  return found !== undefined && (order === 'asc' || order === 'desc') ? { by: found, order } : null
}

/** A header is pressed: first the usual direction, then the other, then as it was. Figures begin with the largest. */
export function nextSort(now: ListSort | null, { by, usual }: { by: string; usual: Order }): ListSort | null {
  const other = usual === 'asc' ? 'desc' : 'asc'
  if (now?.by !== by) return { by, order: usual }
  return now.order === usual ? { by, order: other } : null
}

/** A list that knows its age alone. */
export const BY_AGE = ['time'] as const

/** What the shop is asked for of such a list. */
export const askedAge = (sort: ListSort<(typeof BY_AGE)[number]> | null): { order?: Order } =>
  sort ? { order: sort.order } : {}

/** What the shop is asked for. */
export const askedSort = <S extends string>(sort: ListSort<S> | null): { sort?: S; order?: Order } =>
  sort ? { sort: sort.by, order: sort.order } : {}
