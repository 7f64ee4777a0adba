/** What a desktop has around its windows: screens, dialogs, menus, a theme, other programs. */
import { tellTest } from './control.ts'

const area = { x: 0, y: 0, width: 1920, height: 1040 }
const display = { id: 1, bounds: { ...area, height: 1080 }, workArea: area }

export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }
export const nativeTheme = { shouldUseDarkColors: false }
export const shell = { openPath: (_path: string) => Promise.resolve('') }

interface MessageBox {
  readonly message: string
  readonly detail?: string
}

/** Nobody sits here: the test is told, and the first button is pressed. */
export const dialog = {
  showMessageBox: (...args: readonly object[]) => {
    const { message, detail = '' } = args.at(-1) as MessageBox
    tellTest({ kind: 'dialog', message, detail })
    return Promise.resolve({ response: 0, checkboxChecked: false })
  },
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
}

interface MenuItem {
  readonly label?: string
  readonly role?: string
  readonly accelerator?: string
  readonly submenu?: readonly MenuItem[]
  readonly click?: () => void
}

/** Keys that Electron gives a role that names none itself. */
const ROLE_KEYS: Readonly<Record<string, string>> = { togglefullscreen: 'F11', reload: 'CmdOrCtrl+R' }

export class Menu {
  static #shown: Menu | null = null
  readonly items: readonly object[]

  constructor(template: readonly MenuItem[]) {
    this.items = template.map(({ submenu, ...item }) => ({
      ...item,
      getDefaultRoleAccelerator: () => ROLE_KEYS[item.role ?? ''],
      ...(submenu ? { submenu: new Menu(submenu) } : {}),
    }))
  }

  static buildFromTemplate = (template: readonly MenuItem[]): Menu => new Menu(template)
  static setApplicationMenu = (menu: Menu | null): void => void (Menu.#shown = menu)
  static getApplicationMenu = (): Menu | null => Menu.#shown
}
