/** 收款单 as rows: the same figures in the same order as its template for the screen (renderer/print/CollectionSlipPaper.vue). */
import type { PaperModel } from '../../contract/documents.ts'
import { paperFigures, receiptFacts } from '../../contract/paper.ts'
import { centred, title } from './receipt.ts'
import type { PaperRow } from './rows.ts'
import type { PaperWords } from './words/words.ts'

/** @param copy 补打 n; 0 is the first and says nothing */
export function collectionSlipRows(model: PaperModel, words: PaperWords, copy = 0): PaperRow[] {
  const { shop, document, account, settled } = model
  const { money, currency } = paperFigures(model)
  // What left the account stands below as what is owed.
  const tenders = document.payments.filter(({ tender }) => tender !== 'onAccount')
  const collected = tenders.reduce((sum, { amount }) => sum + amount, 0)
  const change = tenders.reduce((sum, payment) => sum + payment.change, 0)
  const text = (name: string, figure: string): PaperRow => ({ row: 'text', text: `${name}: ${figure}` })
  const pair = (left: string, right: string, large = false): PaperRow => ({ row: 'pair', left, right, large })
  return [
    { row: 'text', text: shop.name, align: 'center', large: true },
    ...centred(shop.phone),
    ...title(words.collectionSlip),
    ...(copy > 0 ? title(words.copy(copy)) : []),
    ...receiptFacts(model).map(({ word, figure }) => text(words[word], figure)),
    ...(document.note === '' ? [] : [text(words.note, document.note)]),
    { row: 'rule' },
    ...(settled.length > 0 ? [pair(words.settledDocuments, words.amount)] : []),
    ...settled.map(({ number, amount }) => pair(number, money(amount))),
    ...(settled.length > 0 ? [{ row: 'rule' as const }] : []),
    pair(words.collected, currency(collected), true),
    ...tenders.map(({ tender, received }) => pair(words.tender[tender], money(received))),
    ...(change === 0 ? [] : [pair(words.change, money(change))]),
    pair(words.owedBefore, money(account?.before ?? 0)),
    pair(words.owedAfter, money(account?.after ?? 0)),
    { row: 'feed', lines: 1 },
    { row: 'text', text: words.customerSigns },
    { row: 'feed', lines: 2 },
    { row: 'barcode', symbology: 'code128', text: document.number },
    ...centred(document.number),
  ]
}
