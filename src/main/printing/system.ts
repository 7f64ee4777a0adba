/** What a host with a desktop can do that the core cannot: print through the system's own printers, without a dialog. */
import { encodeHtml } from './html.ts'
import type { Line } from './layout.ts'
import { NotPrinted } from './not-printed.ts'

export interface SystemPaper {
  readonly printer: string
  /** A page that holds all it needs, with no script. */
  readonly html: string
  readonly widthMm: number
  readonly heightMm: number
  readonly copies: number
}

export interface SystemPrinting {
  names(): Promise<readonly string[]>
  /** Resolves to false when the system refused. */
  print(paper: SystemPaper): Promise<boolean>
}

export async function sendToSystem(
  system: SystemPrinting | null,
  { printer, copies, columns }: { readonly printer: string; readonly copies: number; readonly columns: number },
  lines: readonly Line[],
): Promise<void> {
  if (!system) throw new NotPrinted('noSystemPrinters')
  const { html, widthMm, heightMm } = encodeHtml(lines, columns)
  if (!(await system.print({ printer, copies, html, widthMm, heightMm }))) throw new NotPrinted('systemRefused')
}
