import { app, BrowserWindow } from 'electron'
import { bringToFront } from './window.ts'

/** A second start shows the first one's window; a Mac keeps the app without one, and opens it anew when asked. */
export function keepOneWindow(open: () => Electron.BrowserWindow): void {
  const show = () => {
    const [window = open()] = BrowserWindow.getAllWindows()
    bringToFront(window)
  }
  app.on('second-instance', show)
  app.on('activate', show)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  open()
}
