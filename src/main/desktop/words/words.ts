/** What the shell itself says, in menus and dialogs; all other words are the screens'. */

/** Something a person is told: what it is, and what to do next. */
interface Said {
  readonly message: string
  readonly next: string
}

type MenuItem =
  | 'file'
  | 'print'
  | 'savePdf'
  | 'shopFolder'
  | 'close'
  | 'quit'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'view'
  | 'reload'
  | 'developerTools'
  | 'actualSize'
  | 'larger'
  | 'smaller'
  | 'fullScreen'
  | 'window'
  | 'minimise'
  | 'zoom'
  | 'front'
  | 'help'
  | 'about'
  | 'hide'
  | 'hideOthers'
  | 'showAll'

export interface Words {
  readonly menu: Readonly<Record<MenuItem, string>>
  readonly shopHeld: Said & {
    readonly bySomeone: string
    by(holder: { readonly host: string; readonly pid: number; readonly since: string }): string
  }
  readonly shopIsNewer: Said
  readonly cannotStart: Said
  readonly unexpected: Said
  readonly screenLost: Said
  readonly screenKeepsFailing: Said
  readonly pdfNotSaved: Said
  readonly notPrinted: Said
  readonly snapshotFailed: Said
  readonly tray: {
    readonly name: string
    readonly open: string
    readonly quit: string
    readonly noShop: string
    readonly running: string
    papersWait(count: number): string
  }
  readonly ok: string
}
