/** The one window: a sandboxed page that knows nothing of Node. */
import { BrowserWindow, nativeTheme } from 'electron'
import { recallPlace, rememberPlace } from './window-memory.ts'
import { SMALLEST } from './window-place.ts'

/** What is seen before the first screen is painted; the screens' own grounds. */
const GROUND = { light: '#F7F5F2', dark: '#191816' }

export interface WindowOptions {
  readonly userData: string
  readonly preload: string
  readonly developing: boolean
}

export function createWindow({ userData, preload, developing }: WindowOptions): BrowserWindow {
  const { bounds, maximised } = recallPlace(userData)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: developing,
    },
  })
  rememberPlace(window, userData)
  window.once('ready-to-show', () => {
    if (maximised) window.maximize()
    window.show()
  })
  return window
}

export function bringToFront(window: Electron.BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
