import type { ReopenedLine, VoidedSale } from '../../../contract/corrections.ts'
import { subtract, sum, ZERO } from '../../../contract/values.ts'
import type { ReadContext, Refs } from '../context.ts'
import { getDocument } from '../documents/queries.ts'
import { documentRecord, linesOf, type LineRecord } from '../documents/record-queries.ts'
import { refuse } from '../errors.ts'

/** A voided sale, and what was in its basket, so that it can be sold anew. */
export function voidedByRefs(ctx: ReadContext, { document }: Refs): VoidedSale {
  const documentId = Number(document)
  const row = documentRecord(ctx.db, documentId) ?? refuse('DOCUMENT_NOT_FOUND')
  const lines = linesOf(ctx.db, documentId)
  return {
    document: getDocument(ctx, { documentId }),
    customerId: row.customerId,
    reopened: lines.map(reopened),
    saleDiscount: subtract(sum(lines.map(({ discountShare }) => discountShare)), row.roundOff),
    roundOff: row.roundOff,
  }
}

function reopened(line: LineRecord): ReopenedLine {
  const { skuId, code, title, variant, unit, quantity, unitPrice, priceFrom, lineDiscount, giftReason } = line
  const isTyped = priceFrom === 'typed' || skuId === null
  return {
    kind: line.kind === 'discount' ? 'discount' : skuId === null ? 'quick' : 'item',
    ...{ skuId, code, title, variant, unit, quantity, giftReason },
    unitPrice: isTyped ? unitPrice : null,
    // A gift's discount is all of it, and goes with the gift.
    discount: giftReason === null ? lineDiscount : ZERO,
  }
}
