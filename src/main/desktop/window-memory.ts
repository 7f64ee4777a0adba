/** Keeps the window's place on this PC, never in the shop. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BrowserWindow, screen } from 'electron'
import { placeOn, readPlace, type WindowPlace } from './window-place.ts'

const file = (userData: string): string => join(userData, 'window.json')

export function recallPlace(userData: string): WindowPlace {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return placeOn(
    [main, ...others].map(({ workArea }) => workArea),
    stored(userData),
  )
}

/** Written when the window closes: only then does a place count as wanted. */
export function rememberPlace(window: BrowserWindow, userData: string): void {
  window.on('close', () => {
    const place: WindowPlace = { bounds: window.getNormalBounds(), maximised: window.isMaximized() }
    try {
      store(userData, place)
    } catch {
      // A full disk loses the window's place, nothing else.
    }
  })
}

function stored(userData: string): WindowPlace | null {
  try {
    return readPlace(readFileSync(file(userData), 'utf8'))
  } catch {
    return null // the first start
  }
}

function store(userData: string, place: WindowPlace): void {
  const unfinished = `${file(userData)}.new`
  mkdirSync(dirname(unfinished), { recursive: true })
  writeFileSync(unfinished, JSON.stringify(place))
  renameSync(unfinished, file(userData))
}
