import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeBehind } from './writeBehind.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A host that answers when it is told to. */
function aHost() {
  const written: number[] = []
  const answers: { yes: () => void; no: () => void }[] = []
  const failures: unknown[] = []
  const send = (value: number) =>
    new Promise<void>((resolve, reject) => {
      const yes = () => {
        written.push(value)
        resolve()
      }
      answers.push({ yes, no: () => reject(new Error('unreachable')) })
    })
  const answer = async (how: 'yes' | 'no' = 'yes') => {
    answers.shift()?.[how]()
    await vi.advanceTimersByTimeAsync(0)
  }
  return {
    written,
    failures,
    answer,
    pending: () => answers.length,
    writer: writeBehind(send, (e) => failures.push(e)),
  }
}

test('while one change is on its way only the latest of the others follows', async () => {
  const { writer, written, answer, pending } = aHost()
  for (const value of [1, 2, 3, 4]) writer.push(value)
  expect(pending()).toBe(1)
  await answer()
  await answer()
  expect(written).toEqual([1, 4])
  expect(writer.isBehind()).toBe(false)
  expect(await writer.settled()).toBe(true)
})

test('what could not be written is tried again until it is', async () => {
  const { writer, written, failures, answer } = aHost()
  writer.push(1)
  await answer('no')
  expect(failures).toHaveLength(1)
  expect(writer.isBehind()).toBe(true)
  await vi.runOnlyPendingTimersAsync()
  await answer()
  expect(written).toEqual([1])
})

test('a change after a failure is written in place of the one that failed', async () => {
  const { writer, written, answer } = aHost()
  writer.push(1)
  await answer('no')
  writer.push(2)
  await answer()
  await vi.runAllTimersAsync()
  expect(written).toEqual([2])
})

test('one who waits hears whether all of it was written', async () => {
  const { writer, answer } = aHost()
  writer.push(1)
  const settled = writer.settled()
  await answer('no')
  expect(await settled).toBe(false)
})

test('what was dropped is not tried again', async () => {
  const { writer, written, answer, pending } = aHost()
  writer.push(1)
  writer.push(2)
  writer.drop()
  await answer('no')
  await vi.runAllTimersAsync()
  expect(pending()).toBe(0)
  expect(written).toEqual([])
  expect(await writer.settled()).toBe(true)
})
