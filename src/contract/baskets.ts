/**
 * What stands at the counter and is not sold yet: each device's open basket, and parked sales (挂单). What a basket holds is the
 * counter's own affair; the shop keeps it as it is, so that a power cut loses nothing.
 */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { command, draft, query } from './procedure.ts'
import { printFailure, printState } from './printing.ts'
import { deviceId, id, money, MOST_AMOUNT, optionalText, positiveMoney, requestId, text, time } from './values.ts'

/** The most that one basket's content may take, in characters. */
export const MOST_CONTENT = 1_000_000
/** The most lines or pieces that a basket says it has. */
const MOST_ITEMS = 1_000_000

/** JSON, as the counter wrote it. */
const content = z.string().max(MOST_CONTENT).refine(isJson)

const contents = z.object({
  content,
  itemCount: z.int().min(0).max(MOST_ITEMS),
  total: money.min(-MOST_AMOUNT).max(MOST_AMOUNT),
  customerName: optionalText(60).default(''),
})
const parking = contents.extend({ note: optionalText(60) })
export type BasketContents = z.infer<typeof contents>
export type Parking = z.infer<typeof parking>

/** What the writer last saw: another's change since then is not overwritten. */
const seen = z.object({ changedAt: time })

export const openBasket = z.object({
  /** Null when nothing is in it. */
  content: z.string().nullable(),
  changedAt: time.nullable(),
  /** The last sale that emptied this device's basket, so that after a power cut the counter knows whether it was booked. */
  lastSale: z
    .object({
      ...{ documentId: id, number: z.string(), total: money, recordedAt: time, requestId: z.string() },
      /** What became of its receipt; null when no paper was wanted. */
      receipt: z.object({ state: printState, failure: printFailure.nullable() }).nullable(),
    })
    .nullable(),
})
export type OpenBasket = z.infer<typeof openBasket>

export const parkedSale = z.object({
  id,
  note: z.string(),
  customerName: z.string(),
  itemCount: z.int(),
  total: money,
  beganAt: time,
  changedAt: time,
  staffName: z.string(),
})
export type ParkedSale = z.infer<typeof parkedSale>

const removed = z.enum(['lineRemoved', 'basketCleared'])

export const baskets = {
  open: query('baskets.open', { access: 'sales.sell' })
    .route({ method: 'GET', path: '/baskets/open' })
    .input(z.object({ deviceId }))
    .output(openBasket),
  /** Every parked sale of the shop, newest first. */
  parked: query('baskets.parked', { access: 'sales.sell' })
    .route({ method: 'GET', path: '/baskets' })
    .input(z.object({}))
    .output(z.array(parkedSale)),
  /** What a parked sale holds, for moving its lines (拆单/合单). */
  get: query('baskets.get', { access: 'sales.sell' })
    .route({ method: 'GET', path: '/baskets/{basketId}' })
    .input(z.object({ basketId: id }))
    .output(parkedSale.extend({ content: z.string() }))
    .errors(refusals('BASKET_GONE')),
  /** Takes a parked sale back (取单); one that is open meanwhile is parked in the same step, or refused. */
  recall: command('baskets.recall', { access: 'sales.sell', secrets: ['content'] })
    .route({ method: 'POST', path: '/baskets/{basketId}/recall' })
    .input(z.object({ requestId, deviceId, basketId: id, parkOpen: parking.optional() }))
    .output(openBasket)
    .errors(refusals('BASKET_GONE', 'BASKET_NOT_EMPTY')),
  /** Rewrites several baskets in one step; one that is left without content is gone, its lines being elsewhere. */
  rearrange: command('baskets.rearrange', { access: 'sales.sell', secrets: ['content'] })
    .route({ method: 'POST', path: '/baskets/rearrange' })
    .input(
      z.object({
        requestId,
        deviceId,
        /** Seen as null where this device had none yet. */
        open: z.object({ changedAt: time.nullable(), basket: contents.nullable() }).optional(),
        parked: z
          .array(seen.extend({ basketId: id, basket: parking.nullable() }))
          .max(20)
          .default([]),
        added: z.array(parking).max(20).default([]),
      }),
    )
    .output(openBasket)
    .errors(refusals('BASKET_GONE', 'BASKET_CHANGED', 'BASKET_EMPTY')),
  /** Writes this device's open basket down; empty with a null content. */
  keep: draft('baskets.keep', { access: 'sales.sell' })
    .route({ method: 'PUT', path: '/baskets/open' })
    .input(contents.extend({ deviceId, content: content.nullable() }))
    .output(z.object({ changedAt: time })),
  /** Puts the sale aside (挂单) and empties this device's open basket, in one step. */
  park: command('baskets.park', { access: 'sales.sell', secrets: ['content'] })
    .route({ method: 'POST', path: '/baskets' })
    .input(parking.extend({ requestId, deviceId }))
    .output(z.object({ basketId: id })),
  remove: command('baskets.remove', { access: 'sales.removeParked' })
    .route({ method: 'POST', path: '/baskets/{basketId}/remove' })
    .input(z.object({ requestId, basketId: id }))
    .output(z.object({}))
    .errors(refusals('BASKET_GONE')),
  /** What the person took out of the open basket, for the list of 敏感操作. */
  recordRemoval: command('baskets.recordRemoval', { access: 'sales.sell' })
    .route({ method: 'POST', path: '/baskets/removals' })
    .input(z.object({ requestId, kind: removed, subject: text(120), amount: positiveMoney }))
    .output(z.object({})),
}

function isJson(said: string): boolean {
  try {
    JSON.parse(said)
    return true
  } catch {
    return false
  }
}
