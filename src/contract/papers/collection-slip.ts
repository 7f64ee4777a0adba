/** 收款单 as rows: who paid which debts, how, and what is owed before and after. */
import type { PaperModel } from '../documents.ts'
import { paperFigures } from '../paper.ts'
import { numberToScan, paperHead } from './receipt.ts'
import { fact, pair, type PaperRow } from './rows.ts'
import type { PaperWords } from './words/words.ts'

/** @param copy 补打 n; 0 is the first and says nothing */
export function collectionSlipRows(model: PaperModel, words: PaperWords, copy = 0): PaperRow[] {
  const { document, account, settled } = model
  const { money, currency } = paperFigures(model)
  // What left the account stands below as what is owed.
  const tenders = document.payments.filter(({ tender }) => tender !== 'onAccount')
  const collected = tenders.reduce((sum, { amount }) => sum + amount, 0)
  const change = tenders.reduce((sum, payment) => sum + payment.change, 0)
  return [
    ...paperHead(model, words, { title: words.title.collectionSlip, copy }),
    ...fact(words.strip.note, document.note),
    { row: 'rule' },
    ...(settled.length > 0 ? [pair(words.strip.settledDocuments, words.print.amount)] : []),
    ...settled.map(({ number, amount }) => pair(number, money(amount))),
    ...(settled.length > 0 ? [{ row: 'rule' as const }] : []),
    pair(words.strip.collected, currency(collected), { large: true }),
    ...tenders.map(({ tender, received }) => pair(words.tender[tender], money(received))),
    ...(change === 0 ? [] : [pair(words.print.change, money(change))]),
    pair(words.print.owedBefore, money(account?.before ?? 0)),
    pair(words.print.owedAfter, money(account?.after ?? 0)),
    { row: 'feed', lines: 1 },
    { row: 'text', text: words.strip.customerSigns },
    { row: 'feed', lines: 2 },
    ...numberToScan(document.number),
  ]
}
