export interface Column<K extends string = string> {
  /** Names the cell's slot, `#cell-key="{ row }"`. */
  readonly key: K
  readonly title: string
  /** Figures stand on the right. */
  readonly align?: 'left' | 'right'
  /** A CSS width; the others share the rest. */
  readonly width?: string
  /** The list can be sorted by it, under this name. */
  readonly sort?: string
  /** Where a row folds: `wide` takes a line of its own, `left` and `right` stand on that side, `hide` goes away. */
  readonly phone?: 'show' | 'wide' | 'left' | 'right' | 'hide'
}
