/** Who did what and when, in a chain that shows when a line was changed or removed; and proof that all sums hold. */
import { z } from 'zod'
import { agedPage, pageOf } from './paging.ts'
import { query } from './procedure.ts'
import { businessDay, id, time } from './values.ts'

export const auditEntry = z.object({
  seq: z.int(),
  name: z.string(),
  staffName: z.string(),
  /** Who allowed it in place (店长授权). */
  authorisedByName: z.string().nullable(),
  device: z.string(),
  refs: z.record(z.string(), z.union([z.int(), z.string()])),
  documentNumber: z.string().nullable(),
  businessDay,
  recordedAt: time,
  refused: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof auditEntry>

export const INVARIANTS = [
  'levelsEqualMovements',
  'linesEqualMovements',
  'zeroStockHasZeroValue',
  'documentTotalsEqualLines',
  'documentTaxEqualsLines',
  'salesAreSettled',
  'shiftsEqualCash',
  'owedEqualsAccountRows',
  'openDebtsEqualOwed',
  'balancesEqualEntries',
  'exchangesCancel',
  'returnsWithinSales',
  'numbersHaveNoGaps',
  'auditChainUnbroken',
  'foreignKeysHold',
] as const
export const invariant = z.enum(INVARIANTS)
export type Invariant = z.infer<typeof invariant>

export const audit = {
  list: query('audit.list', { access: 'audit.view' })
    .route({ method: 'GET', path: '/audit' })
    .input(agedPage.extend({ staffId: id.optional() }))
    .output(pageOf(auditEntry)),
  /** Verifies every invariant over the whole shop (体检); takes seconds on a large one, off the writer's thread. */
  check: query('audit.check', { access: 'audit.view', runs: 'worker' })
    .route({ method: 'GET', path: '/audit/check' })
    .input(z.object({}))
    .output(z.array(z.object({ name: invariant, holds: z.boolean(), broken: z.int() }))),
}
