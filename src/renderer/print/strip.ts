/** A paper of names and figures on an 80 mm strip: what the shift report and the day's end are printed as. */
export interface StripRow {
  readonly name: string
  /** How many of it, before the figure. */
  readonly count?: number
  readonly value: string
  /** The figure that matters. */
  readonly strong?: boolean
}

export interface Strip {
  readonly title: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly sections: readonly { readonly title: string; readonly rows: readonly StripRow[] }[]
  /** Who signs it. */
  readonly signs: readonly string[]
}
