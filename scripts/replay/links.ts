/** Finds the sale that goods come back from: the latest earlier line of that customer and code that still has enough. */
import { codeKindOf, type Paper } from './papers.ts'
import type { SourceDocument, SourceLine } from './source.ts'

export interface SoldLine {
  /** The number of the paper that sold it, and the line's place in it. */
  readonly number: string
  readonly position: number
  readonly line: SourceLine
  left: number
}

export interface Links {
  sold(customer: string, paper: Paper): void
  /** Takes what comes back from the sale it is found in; null where no sale has enough. */
  take(customer: string, returned: SourceLine): SoldLine | null
  /** Takes it back: the return was refused. */
  giveBack(sale: SoldLine, returned: SourceLine): void
}

/** Remembers only what will ever be asked for: the customers and codes that something comes back of. */
export function linksFor(documents: readonly SourceDocument[]): Links {
  const salesOf = new Map<string, SoldLine[]>()
  for (const { number, customer, lines } of documents) {
    if (!number.startsWith('C') || customer === '') continue
    for (const { code } of lines) salesOf.set(keyOf(customer, code), [])
  }
  return {
    sold: (customer, { number, lines }) => {
      if (customer === '') return
      for (const [index, line] of lines.entries()) {
        if (codeKindOf(line.code) === 'discount') continue
        salesOf.get(keyOf(customer, line.code))?.push({ number, position: index + 1, line, left: line.quantity })
      }
    },
    take: (customer, { code, quantity }) => {
      const sale = salesOf.get(keyOf(customer, code))?.findLast(({ left }) => left + quantity >= 0)
      if (!sale) return null
      sale.left += quantity
      return sale
    },
    giveBack: (sale, { quantity }) => {
      sale.left -= quantity
    },
  }
}

const keyOf = (customer: string, code: string) => `${customer} ${code}`
