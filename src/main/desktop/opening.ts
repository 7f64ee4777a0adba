/** Opens the shop, or says calmly why not. */
import { app } from 'electron'
import type { Log } from '../api/call.ts'
import { openCore, type RunningCore } from '../core/core.ts'
import type { Happening } from '../core/open-shop.ts'
import type { Layout } from '../core/layout.ts'
import { openLog, type FileLog } from '../core/log.ts'
import { shopFolder } from '../database/folder.ts'
import { ShopIsHeld } from '../database/lock.ts'
import { DatabaseFromTheFuture } from '../database/migrator.ts'
import { logFailure } from './failures.ts'
import { systemPrinting } from './system-printing.ts'
import { tell } from './tell.ts'
import type { Words } from './words/words.ts'

export interface Opened {
  readonly core: RunningCore
  readonly log: FileLog
}

interface Opening {
  readonly place: string
  readonly layout: Layout
  readonly words: Words
  readonly happened: (what: Happening) => void
}

/** @returns null when the person was told why it cannot be opened, and nothing is left to do */
export async function openShop({ place, layout, words, happened }: Opening): Promise<Opened | null> {
  let log: FileLog | undefined
  try {
    const folder = shopFolder(place)
    log = openLog(folder.logs)
    return { core: openCore({ folder: folder.root, layout, log, system: systemPrinting, happened }), log }
  } catch (error) {
    await explain(error, place, log ?? console, words)
    await log?.close()
    return null
  }
}

function explain(error: unknown, place: string, log: Log, words: Words): Promise<void> {
  if (error instanceof ShopIsHeld) return tell(heldBy(error, words), { words, detail: place })
  if (error instanceof DatabaseFromTheFuture) return tell(words.shopIsNewer, { words, detail: place })
  const reference = logFailure(log, error, 'the shop could not be opened')
  return tell(words.cannotStart, { words, detail: `${reference}\n${place}` })
}

function heldBy({ holder }: ShopIsHeld, { shopHeld }: Words) {
  if (!holder) return { message: shopHeld.message, next: `${shopHeld.bySomeone}\n${shopHeld.next}` }
  const since = new Intl.DateTimeFormat(app.getLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    holder.since,
  )
  return { message: shopHeld.message, next: `${shopHeld.by({ ...holder, since })}\n${shopHeld.next}` }
}
