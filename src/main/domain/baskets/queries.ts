import type { OpenBasket, ParkedSale } from '../../../contract/baskets.ts'
import type { Id, Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { requestIdOf } from '../audit/queries.ts'
import type { ReadContext, Refs } from '../context.ts'
import { documentRecord } from '../documents/queries.ts'
import { refuse } from '../errors.ts'
import { receiptOf } from '../printing/queries.ts'
import { staffNames } from '../staff/queries.ts'
import { openRow, parkedRow, parkedRows, parkedSum, type BasketRow } from './rows.ts'

/** What is open on this device, and the last sale that it made. */
export function openBasketOf({ db }: ReadContext, { deviceId }: { readonly deviceId: string }): OpenBasket {
  const row = openRow(db, deviceId)
  return {
    content: row?.content ?? null,
    changedAt: row?.changedAt ?? null,
    lastSale: row?.soldDocumentId ? saleOf(db, row.soldDocumentId) : null,
  }
}

function saleOf(db: ReadDb, documentId: Id): OpenBasket['lastSale'] {
  const found = documentRecord(db, documentId)
  if (!found) return null
  const { number, total, recordedAt } = found
  const receipt = receiptOf(db, documentId)
  return { documentId, number, total, recordedAt, requestId: requestIdOf(db, documentId), receipt }
}

export const openByRefs = (ctx: ReadContext, { device }: Refs): OpenBasket =>
  openBasketOf(ctx, { deviceId: String(device) })

export function listParked({ db }: ReadContext): ParkedSale[] {
  return shown(db, parkedRows(db))
}

/** How many sales are put aside, and what they come to. */
export function parkedSales(db: ReadDb): { readonly count: number; readonly amount: Money } {
  return parkedSum(db)
}

export function getParked(
  { db }: ReadContext,
  { basketId }: { readonly basketId: Id },
): ParkedSale & { content: string } {
  const row = parkedRow(db, basketId) ?? refuse('BASKET_GONE')
  const [sale] = shown(db, [row])
  return { ...(sale ?? refuse('BASKET_GONE')), content: row.content ?? '' }
}

function shown(db: ReadDb, rows: readonly BasketRow[]): ParkedSale[] {
  const names = staffNames(
    db,
    rows.map(({ staffId }) => staffId),
  )
  return rows.map(({ id, note, customerName, itemCount, total, beganAt, changedAt, staffId }) => ({
    ...{ id, note, customerName, itemCount, total, beganAt, changedAt },
    staffName: names.get(staffId) ?? '',
  }))
}
