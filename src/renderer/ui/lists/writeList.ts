/** Reads a whole list page by page, each page its own question, and writes it into a file as it comes. */
import { cellsOf } from './exported.ts'
import type { ExportColumn, SheetWriter } from './exported.ts'

/** The most rows that the shop gives at once. */
export const MOST_PER_PAGE = 200

export type Pages<T> = (
  after: string | undefined,
  signal: AbortSignal,
) => Promise<{ readonly rows: readonly T[]; readonly next: string | null }>

interface Writing<T> {
  readonly columns: readonly ExportColumn<T>[]
  readonly pages: Pages<T>
  readonly writer: SheetWriter
  readonly signal: AbortSignal
  /** Told after each page. */
  readonly progress: (rows: number) => void
  /** A sheet of a workbook ends somewhere. */
  readonly most: number
}

/** @returns the file, or null when the list has more rows than fit */
export async function writeList<T>({
  columns,
  pages,
  writer,
  signal,
  progress,
  most,
}: Writing<T>): Promise<Blob | null> {
  let rows = 0
  let after: string | undefined
  do {
    const page = await pages(after, signal)
    signal.throwIfAborted()
    rows += page.rows.length
    if (rows > most) return null
    for (const row of page.rows) writer.add(cellsOf(columns, row))
    progress(rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return writer.end()
}
