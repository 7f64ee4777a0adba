/**
 * The code that the start prints: whoever can read the start's output may set the shop up, and no stranger on the network.
 * Wrong tries make all tries wait, the right code too, so that guessing is hopeless.
 */
import { hash, timingSafeEqual } from 'node:crypto'
import type { Clock, Ids } from '../domain/context.ts'
import { refuse } from '../domain/errors.ts'

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 10
const FREE_TRIES = 5
const LONGEST_WAIT_MS = 30_000

export interface SetupCode {
  readonly code: string
  /** Throws SETUP_CODE_WRONG. */
  check(typed: string | undefined): void
}

export function newSetupCode(ids: Ids, clock: Clock): SetupCode {
  const code = [...ids.secret(LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
  let wrong = 0
  let closedUntil = 0
  return {
    code: `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`,
    check: (typed) => {
      const now = clock.now()
      if (now < closedUntil) refuse('SETUP_CODE_WRONG')
      if (isSame(plain(typed ?? ''), code)) return
      wrong += 1
      if (wrong >= FREE_TRIES) closedUntil = now + Math.min(1_000 * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_MS)
      refuse('SETUP_CODE_WRONG')
    },
  }
}

/** As people type it: any case, with or without the dash. */
const plain = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'))
}
