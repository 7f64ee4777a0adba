/** Lets the rest of the process have its turn, and hears whether someone wants to stop. */
import type { EventEmitter } from 'node:events'
import { setImmediate } from 'node:timers/promises'

export interface Pace {
  /** To be awaited after each step. @returns whether to go on */
  turn(): Promise<boolean>
  release(): void
}

const TURN_MS = 50
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** The first Ctrl+C stops after the current step; the second one at once, as without us. */
export function stoppable(signals: Pick<EventEmitter, 'on' | 'off'> = process): Pace {
  let stopped = false
  let last = performance.now()
  const stop = () => {
    stopped = true
    release()
  }
  const release = () => {
    for (const signal of SIGNALS) signals.off(signal, stop)
  }
  for (const signal of SIGNALS) signals.on(signal, stop)
  return {
    turn: async () => {
      if (performance.now() - last > TURN_MS) {
        await setImmediate()
        last = performance.now()
      }
      return !stopped
    },
    release,
  }
}
