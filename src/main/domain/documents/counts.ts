/** How many documents there are behind each choice of a filter; no more are counted than a chip would say. */
import {
  DOCUMENT_KINDS,
  PAYMENT_FILTERS,
  UNFINISHED_STATES,
  type DocumentKind,
  type PaymentFilter,
  type UnfinishedState,
} from '../../../contract/documents.ts'
import { COUNTED } from '../../../contract/counted.ts'
import type { BusinessDay } from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
import { documentCount, MOST_SORTED } from './by-total.ts'
import { withDays, type LastDays } from './last-days.ts'
import { filtersOf, valuesOf } from './listing.ts'

interface Asked {
  readonly kind?: DocumentKind | undefined
  readonly payment?: PaymentFilter | undefined
  readonly state?: UnfinishedState | undefined
  readonly from?: BusinessDay | undefined
  readonly to?: BusinessDay | undefined
}

export function countDocuments({ db, businessDay }: ReadContext, filter: Asked & LastDays) {
  const asked = withDays(filter, businessDay)
  const count = (choice: Asked, most: number): number => {
    const values = valuesOf({ ...asked, ...choice })
    return documentCount(db, { filters: filtersOf(values), values }, most)
  }
  const each = <T extends string>(choices: readonly T[], choiceOf: (value: T) => Asked) =>
    Object.fromEntries(choices.map((value) => [value, count(choiceOf(value), COUNTED)])) as Record<T, number>
  return {
    kinds: each(DOCUMENT_KINDS, (kind) => ({ kind })),
    payments: each(PAYMENT_FILTERS, (payment) => ({ payment })),
    states: each(UNFINISHED_STATES, (state) => ({ state })),
    sortable: count({}, MOST_SORTED + 1) <= MOST_SORTED,
  }
}
