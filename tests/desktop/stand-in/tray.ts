/** What stands beside the clock: `Tray`, the pictures in it, and `Notification`. Nobody sees them here. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Menu } from './desk.ts'

interface NativeImage {
  isEmpty(): boolean
}

const PNG = '89504e470d0a1a0a'

/** A file that is not there or no picture is an empty one, as in Electron. */
export const nativeImage = {
  createFromPath: (path: string): NativeImage => ({ isEmpty: () => !isPicture(path) }),
}

function isPicture(path: string): boolean {
  try {
    return readFileSync(path).toString('hex').startsWith(PNG)
  } catch {
    return false
  }
}

export class Tray extends EventEmitter {
  #destroyed = false

  constructor(image: NativeImage) {
    super()
    if (image.isEmpty()) throw new Error('a tray without a picture is seen by nobody')
  }

  setToolTip(_text: string): void {
    this.#mustStand()
  }

  setContextMenu(_menu: Menu | null): void {
    this.#mustStand()
  }

  destroy(): void {
    this.#destroyed = true
  }

  #mustStand(): void {
    if (this.#destroyed) throw new Error('Tray is destroyed')
  }
}

export class Notification extends EventEmitter {
  readonly title: string
  readonly body: string

  constructor({ title, body }: { title: string; body: string }) {
    super()
    this.title = title
    this.body = body
  }

  static isSupported = (): boolean => true

  show(): void {
    this.emit('show')
  }
}
