/** The tray: the shop that goes on behind a closed window, how it stands, and the way back in or out. */
import { app, Menu, nativeImage, Tray } from 'electron'
import type { Words } from './words/words.ts'

export interface TrayOptions {
  readonly words: Words
  readonly picture: string
  /** How the shop stands, in a few words. */
  readonly status: () => string
  readonly showWindow: () => void
}

export interface ShopTray {
  /** Shows, refreshes or removes it. */
  show(wanted: boolean): void
}

export function shopTray(options: TrayOptions): ShopTray {
  let tray: Tray | null = null
  return {
    show: (wanted) => {
      if (wanted) fill((tray ??= newTray(options)), options)
      else tray?.destroy()
      if (!wanted) tray = null
    },
  }
}

function newTray({ picture, showWindow }: TrayOptions): Tray {
  const tray = new Tray(nativeImage.createFromPath(picture))
  tray.on('click', showWindow) // a Mac and some desktops of Linux open the menu instead
  return tray
}

/** Some desktops of Linux read a menu only when it is set: it is made anew with each change. */
function fill(tray: Tray, { words: { tray: words }, status, showWindow }: TrayOptions): void {
  tray.setToolTip(`${words.name} · ${status()}`)
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: words.open, click: showWindow },
      { label: status(), enabled: false },
      { type: 'separator' },
      { label: words.quit, click: () => app.quit() },
    ]),
  )
}
