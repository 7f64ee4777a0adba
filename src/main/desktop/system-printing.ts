/** The system's printers, without a dialog, and papers as pictures: the core hands over a page, and nobody sees its window. */
import { BrowserWindow } from 'electron'
import type { PicturePage } from '../printing/html.ts'
import type { SystemPaper, SystemPrinting } from '../printing/system.ts'

const MICRONS_PER_MM = 1_000

export const systemPrinting: SystemPrinting = {
  names: () => unseen({}, async ({ webContents }) => (await webContents.getPrintersAsync()).map(({ name }) => name)),
  print: (paper) =>
    unseen({}, async (window) => {
      await show(window, paper.html)
      return printed(window, paper)
    }),
  picture: (page) => unseen({ ...page, isDrawn: true }, (window) => pictureOf(window, page)),
}

interface Unseen {
  readonly width?: number
  readonly height?: number
  readonly isDrawn?: boolean
}

/** A page without scripts, that is gone when the work is done. */
async function unseen<T>(
  { width = 800, height = 600, isDrawn = false }: Unseen,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    ...{ width, height, useContentSize: true, frame: false },
    webPreferences: {
      ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
      // A pixel is a dot of the printer, whatever the screen.
      ...(isDrawn ? { offscreen: { deviceScaleFactor: 1 } } : {}),
    },
  })
  try {
    return await work(window)
  } finally {
    window.destroy()
  }
}

const show = (window: BrowserWindow, html: string): Promise<void> =>
  window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`)

async function pictureOf(window: BrowserWindow, { html, width, height }: PicturePage): Promise<Uint8Array> {
  await show(window, html)
  const seen = await window.webContents.capturePage({ x: 0, y: 0, width, height })
  const size = seen.getSize()
  const isWhole = size.width === width && size.height === height
  return (isWhole ? seen : seen.resize({ width, height, quality: 'best' })).toBitmap()
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
