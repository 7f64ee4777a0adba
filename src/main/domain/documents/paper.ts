/** What is printed: from what the document remembered when it was issued, so that it prints the same in ten years. */
import type { Paper, PaperModel } from '../../../contract/documents.ts'
import { add, ZERO, type Id, type Money } from '../../../contract/values.ts'
import { may, type ReadContext } from '../context.ts'
import { maskedAddress, maskedPhone } from '../masking.ts'
import { refuse } from '../errors.ts'
import { settledBy } from '../payments/debt-queries.ts'
import { profileOf } from '../shop/queries.ts'
import { documentRecord, getDocument, type DocumentRecord } from './queries.ts'

export function paperOf(
  ctx: ReadContext,
  { documentId, paper }: { readonly documentId: Id; readonly paper: Paper },
): PaperModel {
  const row = documentRecord(ctx.db, documentId) ?? refuse('DOCUMENT_NOT_FOUND')
  const {
    history: _h,
    allowedActions: _a,
    related: _r,
    cost: _c,
    profit: _p,
    ...document
  } = getDocument(ctx, { documentId })
  return {
    paper,
    shop: shopOnPaper(ctx, row.shopProfileId),
    party: partyOn(ctx, paper, row),
    account: accountOf(row, document.payments),
    settled: settledOn(ctx, row),
    document,
  }
}

function shopOnPaper({ db, shop }: ReadContext, profileId: Id): PaperModel['shop'] {
  const { name, address, phone, taxNumber, receiptFooter, receiptWidth, timeZone } = profileOf(db, profileId)
  const { currency, currencyDecimals } = shop
  return { name, address, phone, taxNumber, receiptFooter, receiptWidth, timeZone, currency, currencyDecimals }
}

/**
 * A receipt lies about and carries neither; papers that go with the goods carry phone and address, whole only for those who
 * may see them at all.
 */
function partyOn(ctx: ReadContext, paper: Paper, { party }: DocumentRecord): PaperModel['party'] {
  if (!party) return null
  const { name, phone, address } = party
  if (paper === 'receipt' || paper === 'collectionSlip') return { name, phone: maskedPhone(phone), address: '' }
  return may(ctx, 'customers.reveal') ? party : { name, phone: maskedPhone(phone), address: maskedAddress(address) }
}

/** The debts that a collection paid, by the documents they came from. */
function settledOn({ db }: ReadContext, { id, kind }: DocumentRecord): PaperModel['settled'] {
  if (kind !== 'debtCollection') return []
  return settledBy(db, id).map(({ documentId, amount }) => {
    const settled = documentRecord(db, documentId) ?? refuse('DOCUMENT_NOT_FOUND')
    return { documentId, number: settled.number, businessDay: settled.businessDay, amount }
  })
}

function accountOf(
  { owedBefore }: DocumentRecord,
  payments: readonly { readonly tender: string; readonly amount: Money }[],
): PaperModel['account'] {
  if (owedBefore === null) return null
  const booked = payments.reduce((sum, { tender, amount }) => (tender === 'onAccount' ? add(sum, amount) : sum), ZERO)
  return { before: owedBefore, after: add(owedBefore, booked) }
}
