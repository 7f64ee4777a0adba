/** What is printed: from what the document remembered when it was issued, so that it prints the same in ten years. */
import type { Paper, PaperModel } from '../../../contract/documents.ts'
import { add, ZERO, type Id, type Money } from '../../../contract/values.ts'
import type { CommandContext, ReadContext, Refs } from '../context.ts'
import { maskedAddress, maskedPhone } from '../masking.ts'
import { refuse } from '../errors.ts'
import { settledBy } from '../payments/debt-queries.ts'
import { profileOf } from '../shop/queries.ts'
import { documentRecord, getDocument, type DocumentRecord } from './queries.ts'
import type { Party } from './tables.ts'

interface Wanted {
  readonly documentId: Id
  readonly paper: Paper
}

/** What everyone may see: phone and address masked. */
export function paperOf(ctx: ReadContext, wanted: Wanted): PaperModel {
  return modelOf(ctx, wanted, masked)
}

interface SeveralWanted {
  readonly documentIds: readonly Id[]
  readonly paper: Paper
}

export function papersOf(ctx: ReadContext, { documentIds, paper }: SeveralWanted): PaperModel[] {
  return documentIds.map((documentId) => paperOf(ctx, { documentId, paper }))
}

/** Phone and address in full go with the goods, and revealing them is recorded by the command that this belongs to. */
export function fullPaperOf(ctx: ReadContext, { document, paper }: Refs): PaperModel {
  return modelOf(ctx, { documentId: Number(document), paper: paper as Paper }, (party) => party)
}

/** Changes nothing but the record: that somebody printed a paper with all that it says. */
export function printFull(ctx: CommandContext, { documentId, paper }: Wanted): Refs {
  const { customerId } = documentRecord(ctx.db, documentId) ?? refuse('DOCUMENT_NOT_FOUND')
  return { document: documentId, paper, ...(customerId === null ? {} : { customer: customerId }) }
}

type Shown = (party: Party) => Party

function modelOf(ctx: ReadContext, { documentId, paper }: Wanted, shown: Shown): PaperModel {
  const row = documentRecord(ctx.db, documentId) ?? refuse('DOCUMENT_NOT_FOUND')
  const {
    history: _h,
    allowedActions: _a,
    authorisableActions: _aa,
    related: _r,
    cost: _c,
    profit: _p,
    ...document
  } = getDocument(ctx, { documentId })
  return {
    paper,
    shop: shopOnPaper(ctx, row.shopProfileId),
    party: partyOn(paper, row, shown),
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

/** A receipt lies about and carries neither phone nor address; papers that go with the goods carry both. */
function partyOn(paper: Paper, { party }: DocumentRecord, shown: Shown): PaperModel['party'] {
  if (!party) return null
  return paper === 'receipt' || paper === 'collectionSlip' ? { ...masked(party), address: '' } : shown(party)
}

const masked: Shown = ({ name, phone, address }) => ({
  name,
  phone: maskedPhone(phone),
  address: maskedAddress(address),
})

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
