import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { stoppable } from './pace.ts'

test.each(['SIGINT', 'SIGTERM'])(
  '%s stops after the current step, and the next one is left to the system',
  async (signal) => {
    const signals = new EventEmitter()
    const pace = stoppable(signals)
    expect(await pace.turn()).toBe(true)
    signals.emit(signal)
    expect(await pace.turn()).toBe(false)
    expect(signals.eventNames()).toEqual([])
  },
)

test('a replay that is over no longer listens', () => {
  const signals = new EventEmitter()
  stoppable(signals).release()
  expect(signals.eventNames()).toEqual([])
})
