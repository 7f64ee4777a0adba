/** What nobody foresaw is logged under a number, and the person is told that number and nothing else. */
import type { Log } from '../api/call.ts'
import { systemClock, systemIds } from '../core/system.ts'
import { tell } from './tell.ts'
import type { Words } from './words/words.ts'

const ids = systemIds()

export const newReference = (): string => ids.uid(systemClock.now()).slice(-8)

/** @returns the number it is logged under */
export function logFailure(log: Log, error: unknown, what: string): string {
  const reference = newReference()
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  log.error({ reference, kind: name, message, stack }, what)
  return reference
}

/** The counter goes on: every command is on disk or never was, so one stray error of the shell costs nothing. */
export function surviveFailures(log: Log, words: Words): void {
  let telling = false
  const survive = (error: unknown) => {
    const detail = logFailure(log, error, 'unexpected error in the shell')
    if (telling) return
    telling = true
    void tell(words.unexpected, { words, detail }).finally(() => (telling = false))
  }
  process.on('uncaughtException', survive)
  process.on('unhandledRejection', survive)
}
