/** Says aloud what needs a person, but only while nobody can see it on a screen. */
import { Notification } from 'electron'
import type { Core } from '../api/call.ts'
import type { Happening } from '../core/open-shop.ts'
import { papersNeedingSomeone } from '../domain/printing/queries.ts'
import type { Words } from './words/words.ts'

export interface Attention {
  readonly happened: (what: Happening) => void
  /** How the shop stands: its name, and what waits for someone. */
  readonly status: () => string
}

interface Seeing {
  readonly words: Words
  readonly isSeen: () => boolean
  readonly showWindow: () => void
}

export function attentionTo(core: Core, { words, isSeen, showWindow }: Seeing): Attention {
  const unprinted = (): number => {
    const opened = core.opened()
    return opened ? papersNeedingSomeone(opened.writer.db) : 0
  }
  let known = unprinted()
  let said: Notification | undefined // one that is collected as garbage hears no click

  function say({ message, next }: { readonly message: string; readonly next: string }): void {
    if (isSeen() || !Notification.isSupported()) return
    said = new Notification({ title: message, body: next })
    said.on('click', showWindow)
    said.show()
  }

  return {
    happened: (what) => {
      if (what === 'snapshotFailed') say(words.snapshotFailed)
      if (what !== 'papers') return
      const now = unprinted()
      if (now > known) say(words.notPrinted)
      known = now
    },
    status: () => {
      const name = core.opened()?.shop().profile.name
      if (name === undefined) return words.tray.noShop
      return `${name} · ${unprinted() > 0 ? words.tray.papersWait(unprinted()) : words.tray.running}`
    },
  }
}
