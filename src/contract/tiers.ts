/** Kinds of customers (会员等级): which price they pay, and what remains of it. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { command, query } from './procedure.ts'
import { id, rate, requestId, text } from './values.ts'

/** Where goods have no such price, the retail price stands for it. */
export const tierPrice = z.enum(['retail', 'member', 'wholesale'])
export type TierPrice = z.infer<typeof tierPrice>

export const tierInput = z.object({
  name: text(20),
  price: tierPrice,
  /** What remains of that price: 9.5折 is 9,500, and 10,000 takes nothing off. */
  rate: rate.refine((remains) => remains > 0),
})
export type TierInput = z.infer<typeof tierInput>

export const tierView = tierInput.extend({ id, rate, archived: z.boolean() })
export type TierView = z.infer<typeof tierView>

export const tiers = {
  list: query('tiers.list', { access: 'signedIn' })
    .route({ method: 'GET', path: '/tiers' })
    .input(z.object({}))
    .output(z.array(tierView)),
  /** A new one where `tierId` is absent. */
  save: command('tiers.save', { access: 'customers.edit' })
    .route({ method: 'POST', path: '/tiers' })
    .input(tierInput.extend({ requestId, tierId: id.optional() }))
    .output(tierView)
    .errors(refusals('TIER_NOT_FOUND', 'TIER_NAME_TAKEN')),
  /** Its customers pay the retail price from then on. */
  archive: command('tiers.archive', { access: 'customers.edit' })
    .route({ method: 'POST', path: '/tiers/{tierId}/archive' })
    .input(z.object({ requestId, tierId: id, archived: z.boolean() }))
    .output(tierView)
    .errors(refusals('TIER_NOT_FOUND', 'TIER_NAME_TAKEN')),
}
