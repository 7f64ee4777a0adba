/** Carries out the next lines of a plan: all of them and how far they reach in one transaction, so that a kill loses none. */
import type { Id } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import { within } from '../../database/savepoint.ts'
import type { PlanEntry } from '../../importing/plan.ts'
import type { CommandContext, Refs } from '../context.ts'
import { createCustomer, updateCustomer } from '../customers/commands.ts'
import { DomainError } from '../errors.ts'
import { archiveProduct, createProduct, updateProduct } from '../products/commands.ts'
import { bookCustomerOpening } from './customer-openings.ts'
import { matchCustomer } from './match-customer.ts'
import { matchProduct } from './match-product.ts'
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
  const outcomes = goods.map((entry): [PlanEntry, Outcome] => [entry, carryOut(ctx, entry)])
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

function carryOut(ctx: CommandContext, entry: PlanEntry): Outcome {
  if (entry.type === 'refused') return refusedFor(entry.problems[0]?.code ?? '', entry.problems[0]?.facts)
  try {
    return within(ctx.db, () => (entry.type === 'customer' ? customer(ctx, entry.wanted) : product(ctx, entry)))
  } catch (error) {
    if (error instanceof DomainError) return refusedBy(error as DomainError)
    throw error
  }
}

function product(ctx: CommandContext, entry: PlanEntry): Outcome {
  if (entry.type !== 'product') return refusedFor('GOODS_NOT_FOUND')
  const { wanted } = entry
  const match = matchProduct(ctx, wanted)
  if (match.outcome === 'unitDiffers') return refusedFor('UNIT_DIFFERS', { unit: match.known.baseUnit })
  if (match.outcome === 'same') return { outcome: 'same' }
  const { product: productId } =
    match.outcome === 'created'
      ? createProduct(ctx, match.input)
      : updateProduct(ctx, { ...match.input, productId: match.known.productId })
  if (wanted.archived) archiveProduct(ctx, { productId: Number(productId), archived: true })
  return { outcome: match.outcome }
}

function customer(ctx: CommandContext, wanted: Extract<PlanEntry, { type: 'customer' }>['wanted']): Outcome {
  const match = matchCustomer(ctx, wanted)
  if (match.outcome === 'changed') updateCustomer(ctx, match.input)
  if (match.outcome === 'created') {
    const { customer: customerId } = createCustomer(ctx, match.input)
    bookCustomerOpening(ctx, Number(customerId), wanted.opening)
  }
  return { outcome: match.outcome }
}

type Refused = Extract<Outcome, { outcome: 'refused' }>

/** Each row with its own reason, where it has one. */
function keepRefused(db: WriteDb, importId: Id, entry: PlanEntry, { code, facts }: Refused): void {
  for (const { row, cells } of entry.rows) {
    const own = entry.type === 'refused' ? entry.problems.find((problem) => problem.row === row) : undefined
    insertRefusal(db, { importId, row, code: own?.code ?? code, facts: own?.facts ?? facts, cells })
  }
}
