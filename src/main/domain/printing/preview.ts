import { receiptRows } from '../../../contract/papers/receipt.ts'
import { wordsFor } from '../../../contract/papers/words/words-for.ts'
import type { PaperColumns } from '../../../contract/printing.ts'
import type { Id } from '../../../contract/values.ts'
import { asText, layOut } from '../../printing/layout.ts'
import type { ReadContext } from '../context.ts'
import { paperOf } from '../documents/paper-queries.ts'
import { paperSettingsOf } from './queries.ts'

/** What the receipt printer would print, line by line; as wide as the shop's paper where there is no printer yet. */
export function previewOf(
  ctx: ReadContext,
  { documentId, paper }: { readonly documentId: Id; readonly paper: 'receipt' },
): { columns: PaperColumns; lines: string[] } {
  const model = paperOf(ctx, { documentId, paper })
  const { settings, receiptPrinter } = paperSettingsOf(ctx)
  const columns = receiptPrinter?.columns ?? (model.shop.receiptWidth === 58 ? 32 : 48)
  const rows = receiptRows(model, wordsFor(settings.language))
  return { columns, lines: asText(layOut(rows, columns), columns) }
}
