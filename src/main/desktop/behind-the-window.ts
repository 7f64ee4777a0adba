/** The shop goes on behind a window that is closed: a tray shows that, and what needs a person is said aloud. */
import type { EventEmitter } from 'node:events'
import type { Core } from '../api/call.ts'
import type { Happening } from '../core/open-shop.ts'
import { attentionTo } from './attention.ts'
import type { OwnComputer } from './computer.ts'
import type { OneWindow } from './one-window.ts'
import { shopTray } from './tray.ts'
import type { Words } from './words/words.ts'

interface Behind {
  readonly core: Core
  readonly computer: OwnComputer
  readonly happenings: EventEmitter<{ happened: [Happening] }>
  readonly words: Words
  readonly trayPicture: string
}

export function goOnBehind(window: OneWindow, { core, computer, happenings, words, trayPicture }: Behind): void {
  const { show: showWindow, isSeen } = window
  const attention = attentionTo(core, { words, isSeen, showWindow })
  const tray = shopTray({ words, picture: trayPicture, status: attention.status, showWindow })
  const refresh = () => tray.show(computer.staysInTray())
  computer.onChosen(refresh)
  happenings.on('happened', (what) => {
    attention.happened(what)
    refresh()
  })
  refresh()
}
