/**
 * Prints what waits: one paper at a time on each printer, all printers at once. A printer that is off fails its paper and
 * the next one tries again.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Log, OpenShop, Printers } from '../api/call.ts'
import { keepBooks } from '../api/transaction.ts'
import type { Clock, Ids } from '../domain/context.ts'
import { lastSeq } from '../domain/audit/queries.ts'
import {
  beginNext,
  endJob,
  leftBehind,
  rowsOf,
  settleLeftBehind,
  wantedPrinters,
  type Begun,
  type Outcome,
} from '../domain/printing/progress-commands.ts'
import { refuse } from '../domain/errors.ts'
import { isDevicePath, networkAddress, whatIsAt } from './addresses.ts'
import { encodeLines, kickBytes } from './escpos.ts'
import { encodePictures } from './raster.ts'
import { layOut, type Line } from './layout.ts'
import { NotPrinted, PATIENCE, type Patience } from './not-printed.ts'
import { startTalking } from './talking.ts'
import { drawn, sendToSystem, type SystemPrinting } from './system.ts'

export interface RunningPrinters extends Printers {
  /** Resolves when nothing is being printed. */
  idle(): Promise<void>
  /** Lets what is being printed come to its end, but not for long. */
  stop(): Promise<void>
}

export interface Surroundings {
  readonly opened: () => OpenShop
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly system: SystemPrinting | null
  readonly patience?: Patience
}

const STOP_WITHIN_MS = 2_000

export function startPrinters({ opened, system, patience = PATIENCE, ...host }: Surroundings): RunningPrinters {
  const running = new Map<number, Promise<void>>()
  const ending = new AbortController()
  const talking = startTalking({ patience, signal: ending.signal })
  let next: NodeJS.Immediate | undefined
  let stopped = false

  const wake = () => {
    if (!stopped) next ??= setImmediate(begin)
  }
  const begin = () => {
    next = undefined
    for (const printerId of wantedPrinters(opened().writer.db)) {
      if (running.has(printerId)) continue
      running.set(printerId, drain(printerId))
    }
  }
  async function drain(printerId: number): Promise<void> {
    try {
      while (!stopped) {
        const begun = keepBooks(host, opened(), (ctx) => beginNext(ctx, printerId))
        if (!begun) return
        tell(begun)
        const outcome = await print(begun)
        keepBooks(host, opened(), (ctx) => endJob(ctx, begun.job.id, outcome))
        tell(begun)
      }
    } catch (error) {
      logged(error)
    } finally {
      running.delete(printerId)
    }
  }

  async function print(begun: Begun): Promise<Outcome> {
    let sending = false
    try {
      const rows = keepBooks(host, opened(), (ctx) => rowsOf(ctx, begun))
      const lines = layOut(rows, begun.printer.columns)
      sending = true
      await send(begun, lines)
      return { state: 'printed' }
    } catch (error) {
      if (!(error instanceof NotPrinted)) logged(error)
      const { failure, maybe } = error instanceof NotPrinted ? error : new NotPrinted('unforeseen', { maybe: sending })
      return { state: maybe ? 'uncertain' : 'failed', failure }
    }
  }

  async function send({ job, printer }: Begun, lines: readonly Line[]): Promise<void> {
    const { address, columns, cuts, copies, drawerPin } = printer
    if (printer.kind === 'system') return sendToSystem(system, { printer: address, copies, columns }, lines)
    const kick = job.kicks && drawerPin !== null ? [kickBytes(drawerPin)] : []
    if (job.paper === 'drawer') return talking.deliver(printer, Buffer.concat(kick))
    const paper = printer.asImage
      ? encodePictures(await drawn(system, lines, columns), { cuts })
      : encodeLines(lines, { cuts })
    return talking.deliver(printer, Buffer.concat([...kick, ...Array<Buffer>(copies).fill(paper)]))
  }

  /** Screens hear of it like of any change, though no line in the record stands behind it. */
  function tell({ job }: Begun): void {
    const seq = lastSeq(opened().writer.db)
    opened().announce({ seq, name: 'printing.jobs', refs: { job: job.id } })
  }

  function logged(error: unknown): void {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    host.log.error({ kind: name, message }, 'printing failed unexpectedly')
  }

  const idle = async () => {
    while (next !== undefined || running.size > 0) {
      await Promise.all(running.values())
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  return {
    wake,
    idle,
    systemPrinters: async () => ({ available: system !== null, names: [...((await system?.names()) ?? [])] }),
    status: (printer) => talking.statusOf(printer),
    check: (printer) => checkAddress(printer, system),
    stop: async () => {
      stopped = true
      clearImmediate(next)
      next = undefined
      await Promise.race([idle(), pause(STOP_WITHIN_MS, undefined, { ref: false })])
      ending.abort()
      await idle()
    },
  }
}

/** Settles what a former host left behind, and prints what is still wanted. */
export function resumePrinting({ opened, clock, ids }: Surroundings): void {
  const shop = opened()
  if (!leftBehind(shop.writer.db)) return
  keepBooks({ clock, ids }, shop, settleLeftBehind)
  shop.printers.wake()
}

async function checkAddress(
  { kind, address }: Parameters<Printers['check']>[0],
  system: SystemPrinting | null,
): Promise<void> {
  if (kind === 'network') {
    if (!networkAddress(address)) refuse('PRINTER_HOST_INVALID', { address })
  } else if (kind === 'device') {
    if (!isDevicePath(address)) refuse('PRINTER_DEVICE_INVALID', { address })
    if ((await whatIsAt(address)) === 'other') refuse('PRINTER_DEVICE_ORDINARY', { address })
  } else {
    if (!system) refuse('SYSTEM_PRINTERS_UNAVAILABLE')
    if (!(await system.names()).includes(address)) refuse('SYSTEM_PRINTER_UNKNOWN', { address })
  }
}
