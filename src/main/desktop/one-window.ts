/** A second start shows the first one's window; a Mac keeps the app without one, and opens it anew when asked. */
import { app, type BrowserWindow } from 'electron'
import { bringToFront } from './window.ts'

export interface OneWindow {
  readonly show: () => void
  readonly isSeen: () => boolean
}

/** @param staysInTray whether closing the window only hides it, so that the shop goes on behind it */
export function keepOneWindow(open: () => BrowserWindow, staysInTray: () => boolean): OneWindow {
  let window: BrowserWindow | null = null
  let quitting = false

  function openOne(): BrowserWindow {
    const opened = open()
    opened.on('close', (event) => {
      if (quitting || !staysInTray()) return
      event.preventDefault()
      opened.hide()
    })
    opened.on('closed', () => (window = null))
    return opened
  }
  const show = () => {
    if (window) bringToFront(window)
    else window = openOne()
  }

  app.on('before-quit', () => (quitting = true))
  app.on('second-instance', show)
  app.on('activate', show)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  return { show, isSeen: () => window !== null && window.isVisible() && !window.isMinimized() }
}
