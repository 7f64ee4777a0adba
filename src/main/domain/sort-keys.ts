/** Names that were written before lists could be sorted by them: no migration knows pinyin. */
import type { WriteDb } from '../database/connection.ts'
import { fillSortNames } from './customers/sort-commands.ts'
import { fillSortTitles } from './products/sort-commands.ts'

/** Once for each shop of before, and nothing afterwards: every name that is written has its key. */
export function fillSortKeys(db: WriteDb): void {
  fillSortTitles(db)
  fillSortNames(db)
}
