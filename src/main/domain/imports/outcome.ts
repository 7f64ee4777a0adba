/** How one line of a plan came out. A refusal says which sentence, and what it names. */
import type { ErrorCode } from '../../../contract/errors.ts'
import type { ImportOutcome } from '../../../contract/imports.ts'
import type { Problem } from '../../importing/plan.ts'
import type { DomainError } from '../errors.ts'
import type { StockMatch } from './match-stock.ts'

export type Outcome =
  | { readonly outcome: Exclude<ImportOutcome, 'refused'> }
  | { readonly outcome: 'refused'; readonly code: string; readonly facts: Problem['facts'] }

export const refusedFor = (code: string, facts: Problem['facts'] = {}): Outcome => ({ outcome: 'refused', code, facts })

/** A refusal of the shop's own commands, with the words and numbers of it. */
export function refusedBy({ code, data }: DomainError): Outcome {
  const facts = Object.entries(data as Readonly<Record<string, unknown>>).filter(
    (fact): fact is [string, string | number] => typeof fact[1] === 'string' || typeof fact[1] === 'number',
  )
  return refusedFor(code satisfies ErrorCode, Object.fromEntries(facts))
}

export function stockOutcome(match: StockMatch): Outcome {
  if (match.outcome === 'created' || match.outcome === 'same') return { outcome: match.outcome }
  if (match.outcome === 'moved') return refusedFor('STOCK_HAS_MOVED', { onHand: match.onHand })
  return refusedFor(
    { unknown: 'GOODS_NOT_FOUND', several: 'VARIANT_NOT_FOUND', service: 'STOCK_NOT_KEPT' }[match.outcome],
  )
}
