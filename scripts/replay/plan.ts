/** What must be there before the first sale, worked out from the whole file: documents in order, products, stock, floats. */
import {
  amountOf,
  divideRounded,
  type BusinessDay,
  type Money,
  type Quantity,
  type Time,
  type UnitPrice,
} from '../../src/contract/values.ts'
import { businessDayOf } from '../../src/main/domain/business-day.ts'
import type { Shop } from '../../src/main/domain/context.ts'
import { momentOf } from './local-time.ts'
import { codeKindOf, papersOf, type Paper } from './papers.ts'
import type { SourceDocument, SourceLine } from './source.ts'

export interface PlannedDocument {
  readonly source: SourceDocument
  readonly at: Time
  readonly day: BusinessDay
}

export interface PlannedProduct {
  readonly code: string
  readonly title: string
  readonly kind: 'goods' | 'service'
  /** The median of its prices. */
  readonly price: UnitPrice
  /** What must lie there before the first sale, so that the year never runs out of it. */
  readonly opening: Quantity
  readonly openingCost: UnitPrice
}

export interface Plan {
  readonly lineCount: number
  readonly documents: readonly PlannedDocument[]
  readonly products: readonly PlannedProduct[]
  readonly customers: readonly string[]
  /** Per day with cash, what must lie in the drawer for its refunds. */
  readonly floats: ReadonlyMap<BusinessDay, Money>
}

export function planOf(
  source: readonly SourceDocument[],
  { profile, currencyDecimals }: Pick<Shop, 'profile' | 'currencyDecimals'>,
): Plan {
  const documents = inOrder(source, profile)
  const codes = new Map<string, CodeFacts>()
  const customers = new Set<string>()
  const drawers = new Map<BusinessDay, Deficit>()
  for (const { source: document, day } of documents) {
    for (const paper of papersOf(document).papers) {
      for (const line of paper.lines) noteLine(codes, line, paper)
      if (document.customer !== '') customers.add(document.customer)
      else if (paper.kind !== 'adjustment') noteFlow(deficitOf(drawers, day), totalOf(paper, currencyDecimals))
    }
  }
  return {
    lineCount: source.reduce((count, { lines }) => count + lines.length, 0),
    documents,
    products: [...codes].map(([code, facts]) => productOf(code, facts)),
    customers: [...customers],
    floats: new Map([...drawers].map(([day, { deepest }]) => [day, (0 - deepest) as Money])),
  }
}

/** What a paper comes to by the shop's own rounding, as its income: negative for a return. */
export function totalOf({ lines }: Pick<Paper, 'lines'>, decimals: number): Money {
  return lines.reduce((total, line) => total + roundedAmountOf(line, decimals), 0) as Money
}

export const roundedAmountOf = ({ quantity, price }: SourceLine, decimals: number): Money =>
  amountOf(quantity, price, decimals)

/** What a line does to the stock of its code: only an adjustment's quantity says it itself. */
export function movedBy({ quantity, code }: SourceLine, { kind }: Pick<Paper, 'kind'>): number {
  if (codeKindOf(code) !== 'goods') return 0
  return kind === 'adjustment' ? quantity : -quantity
}

/** By time, and at the same time as in the file. */
function inOrder(source: readonly SourceDocument[], { timeZone, dayStartHour }: Shop['profile']): PlannedDocument[] {
  const timed = source.map((document) => {
    const at = momentOf(document.localTime, timeZone)
    return { source: document, at, day: businessDayOf(at, timeZone, dayStartHour) }
  })
  return timed.sort((a, b) => a.at - b.at)
}

/** How deep a level would fall below nothing if nothing had been there. */
interface Deficit {
  level: number
  deepest: number
}

interface CodeFacts extends Deficit {
  readonly descriptions: Map<string, number>
  readonly prices: number[]
}

function noteLine(codes: Map<string, CodeFacts>, line: SourceLine, paper: Paper): void {
  const { code, description, price } = line
  if (codeKindOf(code) === 'discount') return
  let facts = codes.get(code)
  if (!facts) codes.set(code, (facts = { level: 0, deepest: 0, descriptions: new Map(), prices: [] }))
  if (description !== '') facts.descriptions.set(description, (facts.descriptions.get(description) ?? 0) + 1)
  if (price > 0) facts.prices.push(price)
  noteFlow(facts, movedBy(line, paper))
}

function noteFlow(deficit: Deficit, flow: number): void {
  deficit.level += flow
  deficit.deepest = Math.min(deficit.deepest, deficit.level)
}

function deficitOf(drawers: Map<BusinessDay, Deficit>, day: BusinessDay): Deficit {
  let drawer = drawers.get(day)
  if (!drawer) drawers.set(day, (drawer = { level: 0, deepest: 0 }))
  return drawer
}

function productOf(code: string, { descriptions, prices, deepest }: CodeFacts): PlannedProduct {
  const price = medianOf(prices)
  return {
    code,
    title: mostUsed(descriptions) ?? code,
    kind: codeKindOf(code) === 'service' ? 'service' : 'goods',
    price,
    opening: (0 - deepest) as Quantity,
    openingCost: Number(divideRounded(BigInt(price) * 6n, 10n)) as UnitPrice,
  }
}

/** Of two used as often, the one used first. */
function mostUsed(counts: ReadonlyMap<string, number>): string | undefined {
  let most: string | undefined
  for (const [text, count] of counts) if (most === undefined || count > (counts.get(most) ?? 0)) most = text
  return most
}

/** 0 for what never had a price. */
export function medianOf(prices: readonly number[]): UnitPrice {
  const sorted = prices.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper
  return Number(divideRounded(BigInt(lower) + BigInt(upper), 2n)) as UnitPrice
}
