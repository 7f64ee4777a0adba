/** All that the generator's parts share: where rows go, what they add up to, and the dice. */
import { hash } from 'node:crypto'
import type { BusinessDay, Id, Time } from '../../src/contract/values.ts'
import type { Ids, Refs } from '../../src/main/domain/context.ts'
import { businessDayOf } from '../../src/main/domain/business-day.ts'
import type { Chance } from '../../src/main/demo/invented/chance.ts'
import type { Books } from './books.ts'
import type { Tables } from './tables.ts'

export const TIME_ZONE = 'Asia/Shanghai'
const DAY_START_HOUR = 4

export interface World {
  readonly tables: Tables
  readonly books: Books
  readonly ids: Ids
  readonly chance: Chance
  readonly warehouseId: Id
  readonly shopProfileId: Id
  readonly owner: Id
  readonly clerks: readonly Id[]
  /** Adds a line to the audit chain. */
  record(at: Time, name: string, input: object, refs: Refs, actor?: Id): void
}

export function worldOf(parts: Omit<World, 'record'>): World {
  const { books, ids, owner } = parts
  const record: World['record'] = (at, name, input, refs, actor = owner) =>
    books.record({
      requestId: ids.uid(at),
      payload: JSON.stringify(input),
      actor,
      device: 'counter',
      name,
      refs,
      refused: null,
      recordedAt: at,
      businessDay: dayOf(at),
    })
  return { ...parts, record }
}

export const dayOf = (at: Time): BusinessDay => businessDayOf(at, TIME_ZONE, DAY_START_HOUR)

/** A short name for what made a file: it is made again when any of it changes. */
export function fingerprint(texts: readonly string[]): string {
  return hash('sha256', texts.join('\0'), 'hex').slice(0, 16)
}
