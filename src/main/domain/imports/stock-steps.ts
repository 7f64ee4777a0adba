/** Opening stock of several goods, booked as one document of the file's name. */
import type { PlanEntry } from '../../importing/plan.ts'
import { within } from '../../database/savepoint.ts'
import type { CommandContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import { bookOpening } from '../stock/opening-commands.ts'
import { matchStock } from './match-stock.ts'
import { refusedBy, stockOutcome, type Outcome } from './outcome.ts'
import type { Job } from './queries.ts'

type StockEntry = Extract<PlanEntry, { type: 'stock' }>
interface Line {
  readonly entry: StockEntry
  readonly skuId: number
}

/** @returns how each line of stock among the entries came out */
export function bookOpeningStock(ctx: CommandContext, job: Job, entries: readonly PlanEntry[]): [PlanEntry, Outcome][] {
  const lines: Line[] = []
  const outcomes: [PlanEntry, Outcome][] = []
  const taken = new Set<number>()
  for (const entry of entries) {
    if (entry.type !== 'stock') continue
    const match = matchStock(ctx.db, entry.wanted)
    if (match.outcome === 'created' && !taken.has(match.skuId)) {
      lines.push({ entry, skuId: match.skuId })
      taken.add(match.skuId)
    } else if (match.outcome === 'created') {
      outcomes.push([entry, { outcome: 'refused', code: 'ROW_TWICE', facts: {} }])
    } else {
      outcomes.push([entry, settled(job, stockOutcome(match))])
    }
  }
  return [...outcomes, ...book(ctx, job.fileName, lines)]
}

/** A file of products says again what was counted once: goods have moved since, and that is no fault of it. */
function settled({ kind }: Job, outcome: Outcome): Outcome {
  const isOld = outcome.outcome === 'refused' && outcome.code === 'STOCK_HAS_MOVED' && kind === 'products'
  return isOld ? { outcome: 'same' } : outcome
}

/** Where one line is refused, each is booked by itself, and only that one stays out. */
function book(ctx: CommandContext, fileName: string, lines: readonly Line[]): [PlanEntry, Outcome][] {
  if (lines.length === 0) return []
  const [first] = lines
  try {
    within(ctx.db, () => receive(ctx, fileName, lines))
    return lines.map(({ entry }) => [entry, { outcome: 'created' }])
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (lines.length > 1) return lines.flatMap((line) => book(ctx, fileName, [line]))
    return first ? [[first.entry, refusedBy(error as DomainError)]] : []
  }
}

function receive(ctx: CommandContext, fileName: string, lines: readonly Line[]): void {
  const counted = lines.map(({ skuId, entry: { wanted } }) => {
    const { quantity, unitCost, value } = wanted
    return { skuId, quantity, unitCost, value }
  })
  bookOpening(ctx, fileName, counted)
}
