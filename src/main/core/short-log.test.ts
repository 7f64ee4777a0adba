import { expect, test } from 'vitest'
import type { Log } from '../api/call.ts'
import { keepLogShort } from './short-log.ts'

const COMMITS = 64

function keeper(copyLog: () => Promise<void>) {
  const errors: string[] = []
  const log: Log = { info: () => undefined, error: (_, message) => errors.push(message) }
  const kept = keepLogShort('/nowhere/shop.db', { copyLog, emptyLog: copyLog }, log)
  const commit = (times: number) => Array.from({ length: times }).forEach(() => kept.afterCommit())
  return { commit, stop: () => kept.stop(), errors }
}

test('the log is copied once in a while, one copy at a time', async () => {
  let copies = 0
  let end: () => void = () => undefined
  const copyLog = () => {
    copies += 1
    return new Promise<void>((resolve) => (end = resolve))
  }
  const { commit } = keeper(copyLog)
  commit(COMMITS - 1)
  expect(copies).toBe(0)
  commit(1)
  expect(copies).toBe(1)
  commit(COMMITS)
  expect(copies).toBe(1)
  end()
  await Promise.resolve()
  await Promise.resolve()
  commit(1)
  expect(copies).toBe(2)
})

test('a copy that fails is logged, but not one that the end of the day cut off', async () => {
  const { commit, stop, errors } = keeper(() => Promise.reject(new Error('the workers are closed')))
  commit(COMMITS)
  await new Promise(setImmediate)
  expect(errors).toEqual(['checkpoint failed'])
  commit(COMMITS)
  stop()
  await new Promise(setImmediate)
  expect(errors).toHaveLength(1)
})
