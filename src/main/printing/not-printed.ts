import type { PrinterStatus, PrintFailure } from '../../contract/printing.ts'

/** Why a paper did not come out, and whether some of it may have. */
export class NotPrinted extends Error {
  readonly failure: PrintFailure
  readonly maybe: boolean

  constructor(failure: PrintFailure, { maybe = false } = {}) {
    super(failure)
    this.name = 'NotPrinted'
    this.failure = failure
    this.maybe = maybe
  }
}

/** How long a printer may take before it counts as off. */
export interface Patience {
  readonly connectMs: number
  /** Without a byte being taken. */
  readonly stallMs: number
  /** For what it says after the last byte. */
  readonly farewellMs: number
  /** For what it says of itself when it is asked. */
  readonly answerMs: number
}

export const PATIENCE: Patience = { connectMs: 3_000, stallMs: 10_000, farewellMs: 500, answerMs: 1_000 }

export interface Delivery {
  readonly bytes: Uint8Array
  readonly patience: Patience
  readonly signal: AbortSignal
  /** Whether the printer is asked how it is, before the paper and after it. */
  readonly asks: boolean
}

/** What it said; null when it did not answer, or was not asked. */
export interface Asked {
  readonly status: PrinterStatus | null
}
