/** The system's printers, without a dialog: the core hands over a page, and a window that nobody sees prints it. */
import { BrowserWindow } from 'electron'
import type { SystemPaper, SystemPrinting } from '../printing/system.ts'

const MICRONS_PER_MM = 1_000

export const systemPrinting: SystemPrinting = {
  names: () => unseen(async ({ webContents }) => (await webContents.getPrintersAsync()).map(({ name }) => name)),
  print: (paper) =>
    unseen(async (window) => {
      await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(paper.html).toString('base64')}`)
      return printed(window, paper)
    }),
}

/** A page without scripts, that is gone when the work is done. */
async function unseen<T>(work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  try {
    return await work(window)
  } finally {
    window.destroy()
  }
}

function printed(
  { webContents }: BrowserWindow,
  { printer, copies, widthMm, heightMm }: SystemPaper,
): Promise<boolean> {
  const pageSize = { width: widthMm * MICRONS_PER_MM, height: heightMm * MICRONS_PER_MM }
  return new Promise((resolve) => {
    webContents.print(
      { silent: true, deviceName: printer, copies, pageSize, margins: { marginType: 'none' }, printBackground: true },
      (success) => resolve(success),
    )
  })
}
