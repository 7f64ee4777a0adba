/** What a host with a desktop can do that the core cannot: print through the system's own printers, without a dialog. */
import { blackAndWhite, type Bitmap } from './bitmap.ts'
import { encodeHtml, encodePages, type PicturePage } from './html.ts'
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
  /** The page as it would be seen, four bytes a pixel. */
  picture(page: PicturePage): Promise<Uint8Array>
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

/** The paper as dots: only a desktop has the fonts to draw it. */
export async function drawn(
  system: SystemPrinting | null,
  lines: readonly Line[],
  columns: number,
): Promise<readonly Bitmap[]> {
  if (!system) throw new NotPrinted('noPictures')
  const pictures: Bitmap[] = []
  for (const page of encodePages(lines, columns)) pictures.push(blackAndWhite(await system.picture(page), page))
  return pictures
}
