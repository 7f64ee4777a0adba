import { dialog } from 'electron'
import type { Words } from './words/words.ts'

interface Telling {
  readonly words: Words
  /** A number, a path: what the sentence ends with. */
  readonly detail?: string
  readonly window?: Electron.BrowserWindow
}

/** Says calmly what happened and what to do next; waits for nobody unless the caller does. */
export async function tell(
  said: { readonly message: string; readonly next: string },
  { words, detail = '', window }: Telling,
): Promise<void> {
  const options = {
    type: 'info' as const,
    message: said.message,
    detail: `${said.next}\n${detail}`.trim(),
    buttons: [words.ok],
  }
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
}
