/** The menu bar: the standard roles in the person's language, and the shop's few own items. */
import type { MenuItemConstructorOptions } from 'electron'
import type { Words } from './words/words.ts'

export interface MenuOptions {
  readonly words: Words
  readonly platform: NodeJS.Platform
  /** Developer tools are for developers: a packaged app has none. */
  readonly developing: boolean
  readonly actions: { print(): void; savePdf(): void; showShopFolder(): void }
}

type Item = MenuItemConstructorOptions

/** Electron would take F11, which is 挂单 at the counter; Alt+Enter would finish a sale there. */
const FULL_SCREEN_KEYS = 'Shift+F11'

const LINE: Item = { type: 'separator' }

export function menuTemplate({ words: { menu: words }, platform, developing, actions }: MenuOptions): Item[] {
  const isMac = platform === 'darwin'
  const role = (name: NonNullable<Item['role']>, label: string): Item => ({ role: name, label })
  const about = role('about', words.about)
  const quit = role('quit', words.quit)
  const fullScreen = role('togglefullscreen', words.fullScreen)

  const app: Item[] = [
    about,
    LINE,
    role('hide', words.hide),
    role('hideOthers', words.hideOthers),
    role('unhide', words.showAll),
    LINE,
    quit,
  ]
  const file: Item[] = [
    { label: words.print, accelerator: 'CmdOrCtrl+P', click: () => actions.print() },
    { label: words.savePdf, click: () => actions.savePdf() },
    LINE,
    { label: words.shopFolder, click: () => actions.showShopFolder() },
    LINE,
    isMac ? role('close', words.close) : quit,
  ]
  const edit: Item[] = [
    role('undo', words.undo),
    role('redo', words.redo),
    LINE,
    role('cut', words.cut),
    role('copy', words.copy),
    role('paste', words.paste),
    role('selectAll', words.selectAll),
  ]
  const view: Item[] = [
    role('reload', words.reload),
    ...(developing ? [role('toggleDevTools', words.developerTools)] : []),
    LINE,
    role('resetZoom', words.actualSize),
    role('zoomIn', words.larger),
    role('zoomOut', words.smaller),
    LINE,
    isMac ? fullScreen : { ...fullScreen, accelerator: FULL_SCREEN_KEYS },
  ]
  const window: Item[] = [
    role('minimize', words.minimise),
    ...(isMac ? [role('zoom', words.zoom), LINE, role('front', words.front)] : [role('close', words.close)]),
  ]
  const help: Item[] = isMac ? [] : [about]
  return [
    ...(isMac ? [{ label: 'Guitai', submenu: app }] : []),
    { label: words.file, submenu: file },
    { label: words.edit, submenu: edit },
    { label: words.view, submenu: view },
    { role: 'window', label: words.window, submenu: window },
    { role: 'help', label: words.help, submenu: help },
  ]
}
