/** Talks to the printers that take bytes, one thing at a time with each, and knows which of them answer. */
import type { PrinterStatus } from '../../contract/printing.ts'
import type { AskedPrinter } from '../api/call.ts'
import { askAtDevice, sendToDevice } from './device.ts'
import { askOverNetwork, sendOverNetwork } from './network.ts'
import { NotPrinted, type Patience } from './not-printed.ts'

interface Surroundings {
  readonly patience: Patience
  readonly signal: AbortSignal
}

export function startTalking({ patience, signal }: Surroundings) {
  /** At that address nobody answered: the next paper does not wait for an answer again. Until somebody asks on purpose. */
  const silent = new Set<string>()
  const turns = new Map<string, Promise<unknown>>()

  /** Most printers hold one conversation at a time. */
  function inTurn<T>(place: string, talk: () => Promise<T>): Promise<T> {
    const turn = (turns.get(place) ?? Promise.resolve()).then(talk)
    const ended = turn.then(
      () => undefined,
      () => undefined,
    )
    turns.set(place, ended)
    void ended.then(() => turns.get(place) === ended && turns.delete(place))
    return turn
  }

  function learn(place: string, status: PrinterStatus | null): void {
    if (status === null) silent.add(place)
    else silent.delete(place)
  }

  return {
    deliver(printer: AskedPrinter, bytes: Uint8Array): Promise<void> {
      const place = placeOf(printer)
      return inTurn(place, async () => {
        const asks = printer.asksStatus && !silent.has(place)
        const send = printer.kind === 'network' ? sendOverNetwork : sendToDevice
        try {
          const { status } = await send(printer.address, { bytes, asks, patience, signal })
          if (asks) learn(place, status)
        } catch (error) {
          silent.delete(place) // it may be another one that is switched on next
          throw error
        }
      })
    },
    statusOf(printer: AskedPrinter): Promise<PrinterStatus | 'unreachable' | 'silent'> {
      if (printer.kind === 'system' || !printer.asksStatus) return Promise.resolve('silent')
      const place = placeOf(printer)
      const ask = printer.kind === 'network' ? askOverNetwork : askAtDevice
      return inTurn(place, async () => {
        try {
          const { status } = await ask(printer.address, { asks: true, patience, signal })
          learn(place, status)
          return status ?? 'silent'
        } catch (error) {
          if (error instanceof NotPrinted) return 'unreachable'
          throw error
        }
      })
    },
  }
}

const placeOf = ({ kind, address }: AskedPrinter): string => `${kind} ${address}`
