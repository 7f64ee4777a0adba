/** The dry run: every line of a plan compared with what the shop has, and nothing written. */
import {
  OPENING_FIELDS,
  type ImportField,
  type ImportOutcome,
  type ImportPreview,
  type ImportProblem,
  type PreviewRow,
} from '../../../contract/imports.ts'
import type { PlanEntry, Problem } from '../../importing/plan.ts'
import type { ReadContext } from '../context.ts'
import { mayBookOpenings } from './customer-openings.ts'
import { isUnknownTier, matchCustomer } from './match-customer.ts'
import { isWithoutPrice, matchProduct } from './match-product.ts'
import { matchStock } from './match-stock.ts'
import { refusedFor, stockOutcome, type Outcome } from './outcome.ts'

const MOST_ROWS = 50
const MOST_PROBLEMS = 200

export interface Draft {
  readonly entries: Iterable<PlanEntry>
  readonly fields: readonly (ImportField | null)[]
  readonly notes: readonly Problem[]
  readonly noteCount: number
}

export function previewOf(ctx: ReadContext, { entries, fields, notes, noteCount }: Draft): ImportPreview {
  const counts = { created: 0, changed: 0, same: 0, refused: 0 }
  const rows: PreviewRow[] = []
  const problems: ImportProblem[] = []
  let problemCount = noteCount
  let stockLines = 0
  let ofProducts = false
  for (const entry of entries) {
    ofProducts ||= entry.type === 'product'
    // The goods of a file's own products are not there before it runs.
    if (entry.type === 'stock' && ofProducts) {
      const { outcome } = matchStock(ctx.db, entry.wanted)
      if (outcome === 'created' || outcome === 'unknown' || outcome === 'several') stockLines += 1
      continue
    }
    const { outcome, found } = compare(ctx, entry)
    counts[outcome] += 1
    if (entry.type === 'stock' && outcome === 'created') stockLines += 1
    problemCount += found.length
    problems.push(...found.slice(0, MOST_PROBLEMS - problems.length))
    if (rows.length < MOST_ROWS) rows.push(rowOf(entry, outcome))
  }
  problems.push(...notes.slice(0, MOST_PROBLEMS - problems.length).map(noting))
  problems.sort((a, b) => a.row - b.row)
  return {
    counts,
    stockLines,
    rows,
    problems,
    problemCount,
    notKept: mayBookOpenings(ctx) ? [] : OPENING_FIELDS.filter((field) => fields.includes(field)),
  }
}

const refusing = ({ row, code, facts }: Problem): ImportProblem => ({ row, code, facts, severity: 'refused' })
const noting = ({ row, code, facts }: Problem): ImportProblem => ({ row, code, facts, severity: 'note' })

function compare(ctx: ReadContext, entry: PlanEntry): { outcome: ImportOutcome; found: readonly ImportProblem[] } {
  if (entry.type === 'refused') return { outcome: 'refused', found: entry.problems.map(refusing) }
  const row = entry.rows[0]?.row ?? 0
  const said = outcomeOf(ctx, entry)
  if (said.outcome === 'refused') return { outcome: 'refused', found: [refusing({ row, ...said })] }
  return { outcome: said.outcome, found: notesOf(ctx, entry, said.outcome).map((note) => noting({ row, ...note })) }
}

/** What a line comes in without, as far as the shop alone knows it. */
function notesOf(ctx: ReadContext, entry: Entry, outcome: ImportOutcome): Omit<Problem, 'row'>[] {
  if (entry.type === 'customer' && isUnknownTier(ctx, entry.wanted))
    return [{ code: 'TIER_UNKNOWN', facts: { tier: entry.wanted.tier ?? '' } }]
  const isCheap = entry.type === 'product' && outcome === 'created' && isWithoutPrice(entry.wanted)
  return isCheap ? [{ code: 'PRICE_MISSING', facts: {} }] : []
}

type Entry = Exclude<PlanEntry, { type: 'refused' }>

function outcomeOf(ctx: ReadContext, entry: Entry): Outcome {
  if (entry.type === 'customer') return { outcome: matchCustomer(ctx, entry.wanted).outcome }
  if (entry.type === 'stock') return stockOutcome(matchStock(ctx.db, entry.wanted))
  const match = matchProduct(ctx, entry.wanted)
  if (match.outcome === 'unitDiffers') return refusedFor('UNIT_DIFFERS', { unit: match.known.baseUnit })
  return { outcome: match.outcome }
}

const NOTHING = { code: '', title: '', variants: 0, price: '', stock: '', phone: '' }

function rowOf(entry: PlanEntry, outcome: ImportOutcome): PreviewRow {
  const row = entry.rows[0]?.row ?? 0
  if (entry.type === 'refused') {
    const title = (entry.rows[0]?.cells ?? [])
      .filter((cell) => cell !== '')
      .slice(0, 3)
      .join(' ')
    return { ...NOTHING, row, outcome, title: title.slice(0, 80) }
  }
  if (entry.type === 'customer') {
    const { code, name, phone } = entry.wanted
    return { ...NOTHING, row, outcome, code, title: name, phone }
  }
  if (entry.type === 'stock') {
    const { skuCode, barcode, styleCode, variant, quantity } = entry.wanted
    return { ...NOTHING, row, outcome, code: skuCode || barcode || styleCode, title: variant, stock: String(quantity) }
  }
  const { code, title, skus } = entry.wanted
  return { ...NOTHING, row, outcome, code, title, variants: skus.length, price: String(skus[0]?.price ?? '') }
}
