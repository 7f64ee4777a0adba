/** Paper and PDF from what a window shows, by the same templates. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, type WebContents } from 'electron'
import { pdfName } from './pdf-name.ts'
import { onOwnQuestion } from './own-frame.ts'
import { tell } from './tell.ts'
import type { Words } from './words/words.ts'

export function offerPrinting(origin: string, words: Words): void {
  onOwnQuestion('guitai:print', origin, printPage)
  onOwnQuestion('guitai:print-to-pdf', origin, (contents) => savePdf(contents, words))
}

/** The system's own dialog; a person who cancels it is no failure. */
export function printPage(contents: WebContents): Promise<void> {
  return new Promise((resolve) => contents.print({ silent: false, printBackground: true }, () => resolve()))
}

export async function savePdf(contents: WebContents, words: Words): Promise<void> {
  const window = BrowserWindow.fromWebContents(contents)
  if (!window) return
  const pdf = await contents.printToPDF({ preferCSSPageSize: true, printBackground: true })
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), pdfName(contents.getTitle())),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (canceled || filePath === '') return
  try {
    await writeFile(filePath, pdf)
  } catch {
    await tell(words.pdfNotSaved, { words, detail: filePath, window })
  }
}
