import { app, BrowserWindow, Menu, shell } from 'electron'
import { menuTemplate } from './menu.ts'
import { printPage, savePdf } from './printing.ts'
import type { Words } from './words/words.ts'

/** The menu acts on the one window, when there is one. */
export function showMenu(place: string, words: Words): void {
  const shown = () => BrowserWindow.getAllWindows()[0]?.webContents
  const actions = {
    print: () => {
      const contents = shown()
      if (contents) void printPage(contents)
    },
    savePdf: () => {
      const contents = shown()
      if (contents) void savePdf(contents, words)
    },
    showShopFolder: () => void shell.openPath(place),
  }
  const options = { words, platform: process.platform, developing: !app.isPackaged, actions }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
}
