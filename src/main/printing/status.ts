/**
 * What a printer says of itself: DLE EOT, which most that take ESC/POS answer at once, even while they wait for paper. One
 * that never answers is no worse for it.
 */
import type { PrinterStatus } from '../../contract/printing.ts'
import { NotPrinted } from './not-printed.ts'

/** How the printer is, why it is offline, and how its roll is. */
const ASKED = [1, 2, 4] as const
export const QUESTION = Buffer.from(ASKED.flatMap((about) => [0x10, 0x04, about]))

/** What every answer has in common: neither XON nor XOFF nor what a printer says unasked looks like it. */
const isAnswer = (byte: number): boolean => (byte & 0x93) === 0x12

const IS_OFFLINE = 0x08
const IS_COVER_OPEN = 0x04
const HAS_STOPPED_FOR_PAPER = 0x20
const HAS_NO_PAPER = 0x60

/** Gathers bytes as they come in; `status` is null until something was answered. */
export function answers() {
  const heard: number[] = []
  return {
    /** @returns whether that was all */
    hear: (bytes: Uint8Array): boolean => {
      heard.push(...[...bytes].filter(isAnswer))
      return heard.length >= ASKED.length
    },
    /** An open cover moves the paper away from its sensor too, so it is named first. */
    status: (): PrinterStatus | null => {
      const [printer, offline = 0, roll = 0] = heard
      if (printer === undefined) return null
      if ((offline & IS_COVER_OPEN) !== 0) return 'coverOpen'
      if ((offline & HAS_STOPPED_FOR_PAPER) !== 0 || (roll & HAS_NO_PAPER) !== 0) return 'paperOut'
      return (printer & IS_OFFLINE) === 0 ? 'ready' : 'offline'
    },
  }
}

/** @param maybe whether some of the paper may be out already */
export function refuseUnlessReady(status: PrinterStatus | null, { maybe }: { readonly maybe: boolean }): void {
  if (status !== null && status !== 'ready') throw new NotPrinted(status, { maybe })
}
