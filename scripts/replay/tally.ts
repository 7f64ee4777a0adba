/** Counts what became of every line of the file, exactly. */
import type { Money } from '../../src/contract/values.ts'
import type { Sales } from './booking.ts'
import { codeKindOf, type Paper, type PaperKind } from './papers.ts'
import { movedBy, roundedAmountOf } from './plan.ts'
import { exactAmountOf, type SourceDocument, type SourceLine } from './source.ts'

export type LineKind = 'sale' | 'return' | 'return-without-receipt' | 'adjustment' | 'service' | 'discount' | 'refused'

export interface Count {
  lines: number
  /** In parts of 10^-20. */
  amount: bigint
}

export interface MonthRow extends Count {
  readonly month: string
  readonly kind: LineKind
  documents: number
  last: SourceDocument | null
}

/** What the shop must hold of one kind of paper. */
export interface PaperCount extends Count {
  rounded: number
  linked: number
}

export interface Tally {
  readonly total: Count
  readonly booked: Count
  readonly refused: Count
  readonly reasons: ReadonlyMap<string, Count>
  readonly months: ReadonlyMap<string, MonthRow>
  readonly papers: Readonly<Record<PaperKind, PaperCount>>
  /** What moved of each code. */
  readonly moved: ReadonlyMap<string, number>
  /** What was sold on account and for cash, returns taken off. */
  readonly taken: Readonly<Record<'onAccount' | 'cash', Money>>
}

export interface Counting {
  readonly tally: Tally
  document(document: SourceDocument): void
  booked(document: SourceDocument, paper: Paper, sales: Sales): void
  refused(document: SourceDocument, line: SourceLine, reason: string): void
}

const none = (): Count => ({ lines: 0, amount: 0n })
const noPaper = (): PaperCount => ({ ...none(), rounded: 0, linked: 0 })

export function counting(decimals: number): Counting {
  const total = none()
  const booked = none()
  const refused = none()
  const reasons = new Map<string, Count>()
  const months = new Map<string, MonthRow>()
  const papers = { sale: noPaper(), customerReturn: noPaper(), adjustment: noPaper() }
  const moved = new Map<string, number>()
  const taken = { onAccount: 0 as Money, cash: 0 as Money }

  function countMonth(document: SourceDocument, kind: LineKind, amount: bigint): void {
    const month = document.localTime.slice(0, 'YYYY-MM'.length)
    const key = `${month} ${kind}`
    let row = months.get(key)
    if (!row) months.set(key, (row = { month, kind, documents: 0, ...none(), last: null }))
    if (row.last !== document) row.documents += 1
    row.last = document
    add(row, amount)
  }

  return {
    tally: { total, booked, refused, reasons, months, papers, moved, taken },
    document: ({ lines }) => {
      for (const line of lines) add(total, exactAmountOf(line))
    },
    booked: (document, paper, sales) => {
      const count = papers[paper.kind]
      for (const [index, line] of paper.lines.entries()) {
        const amount = exactAmountOf(line)
        const isLinked = (sales[index] ?? null) !== null
        const rounded = roundedAmountOf(line, decimals)
        add(booked, amount)
        add(count, amount)
        count.rounded += rounded
        count.linked += isLinked ? 1 : 0
        countMonth(document, lineKindOf(line, paper.kind, isLinked), amount)
        moved.set(line.code, (moved.get(line.code) ?? 0) + movedBy(line, paper))
        const tender = document.customer === '' ? 'cash' : 'onAccount'
        taken[tender] = (taken[tender] + rounded) as Money
      }
    },
    refused: (document, line, reason) => {
      const amount = exactAmountOf(line)
      const count = reasons.get(reason) ?? none()
      reasons.set(reason, count)
      add(refused, amount)
      add(count, amount)
      countMonth(document, 'refused', amount)
    },
  }
}

function add(count: Count, amount: bigint): void {
  count.lines += 1
  count.amount += amount
}

/** Services and reductions are what they are, in a sale as in a return. */
function lineKindOf({ code }: SourceLine, paper: PaperKind, isLinked: boolean): LineKind {
  const kind = codeKindOf(code)
  if (kind !== 'goods') return kind
  if (paper === 'customerReturn') return isLinked ? 'return' : 'return-without-receipt'
  return paper
}
