/** Carries out the next lines of a plan: all of them and how far they reach in one transaction, so that a kill loses none. */
import type { ProductInput } from '../../../contract/products.ts'
import type { Id } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import { within } from '../../database/savepoint.ts'
import type { PlanEntry, WantedCustomer, WantedProduct } from '../../importing/plan.ts'
import type { CommandContext, Refs } from '../context.ts'
import { createCustomer, updateCustomer } from '../customers/commands.ts'
import { openCustomerBalances } from '../customers/opening-commands.ts'
import { DomainError } from '../errors.ts'
import { addProduct, archiveProduct, changeProduct } from '../products/commands.ts'
import { reindex, saveWords, type Findable } from '../products/search-commands.ts'
import { matchCustomer } from './match-customer.ts'
import { isWithoutPrice, matchProduct, type ProductMatch } from './match-product.ts'
import { refusedBy, refusedFor, type Outcome } from './outcome.ts'
import { jobOf } from './queries.ts'
import { bookOpeningStock } from './stock-steps.ts'
import { importRefusals } from './tables.ts'

export interface Step {
  readonly importId: Id
  /** Where the job must stand for these lines to be the next. */
  readonly from: number
  readonly position: number
  readonly entries: readonly PlanEntry[]
}

const insertRefusal = insertInto(importRefusals)
const progress = prepared((db: WriteDb) =>
  db.$client.prepare(
    `update import_jobs set done = done + ?, position = ?, created = created + ?, changed = changed + ?,
      same = same + ?, refused = refused + ? where id = ?`,
  ),
)

/** Lines that were carried out before are not carried out again; of a cancelled import, none is. */
export function carryOutImport(ctx: CommandContext, step: Step): Refs {
  const job = jobOf(ctx.db, step.importId)
  if (job.state !== 'running' || job.position !== step.from) return { import: job.id }
  const counts = { created: 0, changed: 0, same: 0, refused: 0 }
  const goods = step.entries.filter(({ type }) => type !== 'stock')
  const done = goods.map((entry) => ({ entry, ...carryOut(ctx, entry) }))
  keepFindable(ctx.db, done)
  const outcomes = done.map(({ entry, outcome }): [PlanEntry, Outcome] => [entry, outcome])
  outcomes.push(...bookOpeningStock(ctx, job, step.entries)) // of goods that are known by now
  for (const [entry, outcome] of outcomes) {
    // Of a file of products the products are counted, their stock is part of them.
    if (entry.type !== 'stock' || job.kind === 'openingStock' || outcome.outcome === 'refused')
      counts[outcome.outcome] += 1
    if (outcome.outcome === 'refused') keepRefused(ctx.db, job.id, entry, outcome)
  }
  const { created, changed, same, refused } = counts
  progress(ctx.db).run(step.entries.length, step.position, created, changed, same, refused, job.id)
  return { import: job.id }
}

/** What came of a line, and what is to be found from now on. */
interface Done {
  readonly outcome: Outcome
  readonly added?: readonly Findable[]
  readonly changed?: Id
}

/** All words at once and outside of savepoints: at each of those FTS5 writes what it holds to a segment of its own. */
function keepFindable(db: WriteDb, done: readonly Done[]): void {
  for (const { added, changed } of done) {
    if (added) saveWords(db, added)
    if (changed !== undefined) reindex(db, changed)
  }
}

function carryOut(ctx: CommandContext, entry: PlanEntry): Done {
  if (entry.type === 'refused') {
    return { outcome: refusedFor(entry.problems[0]?.code ?? '', entry.problems[0]?.facts) }
  }
  if (entry.type === 'stock') return { outcome: refusedFor('GOODS_NOT_FOUND') }
  try {
    return entry.type === 'customer' ? within(ctx.db, () => customer(ctx, entry.wanted)) : product(ctx, entry.wanted)
  } catch (error) {
    if (error instanceof DomainError) return { outcome: refusedBy(error as DomainError) }
    throw error
  }
}

function product(ctx: CommandContext, wanted: WantedProduct): Done {
  const match = matchProduct(ctx, wanted)
  if (match.outcome === 'unitDiffers') return { outcome: refusedFor('UNIT_DIFFERS', { unit: match.known.baseUnit }) }
  if (match.outcome === 'same') return { outcome: match }
  return within(ctx.db, () => {
    const written =
      match.outcome === 'created' ? created(ctx, match.input, isWithoutPrice(wanted)) : changed(ctx, match)
    if (wanted.archived) archiveProduct(ctx, { productId: written.productId, archived: true })
    return { outcome: { outcome: match.outcome }, ...written }
  })
}

function created(ctx: CommandContext, input: ProductInput, incomplete: boolean) {
  const { productId, findable } = addProduct(ctx, input, incomplete)
  return { productId, added: findable }
}

function changed(ctx: CommandContext, { input, known }: Extract<ProductMatch, { outcome: 'changed' }>) {
  const productId = changeProduct(ctx, { ...input, productId: known.productId })
  return { productId, changed: productId }
}

function customer(ctx: CommandContext, wanted: WantedCustomer): Done {
  const { outcome, ...match } = matchCustomer(ctx, wanted)
  if (match.change) updateCustomer(ctx, match.change)
  const customerId = match.create ? Number(createCustomer(ctx, match.create)['customer']) : match.customerId
  if (match.opening && customerId !== undefined) openCustomerBalances(ctx, { customerId, ...match.opening })
  return { outcome: { outcome } }
}

type Refused = Extract<Outcome, { outcome: 'refused' }>

/** Each row with its own reason, where it has one. */
function keepRefused(db: WriteDb, importId: Id, entry: PlanEntry, { code, facts }: Refused): void {
  for (const { row, cells } of entry.rows) {
    const own = entry.type === 'refused' ? entry.problems.find((problem) => problem.row === row) : undefined
    insertRefusal(db, { importId, row, code: own?.code ?? code, facts: own?.facts ?? facts, cells })
  }
}
