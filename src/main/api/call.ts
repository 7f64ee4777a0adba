/** What a host hands the pipeline with each call. */
import type { ComputerChoices } from '../../contract/computer.ts'
import type { Change } from '../../contract/live.ts'
import type { PrinterKind, PrinterStatus } from '../../contract/printing.ts'
import type { Snapshot } from '../../contract/setup.ts'
import type { Id } from '../../contract/values.ts'
import type { Writer } from '../database/connection.ts'
import type { Clock, Ids, Shop } from '../domain/context.ts'
import type { ReadFiles } from '../importing/reading.ts'
import type { Uploads } from '../importing/uploads.ts'

/** Who a connection is signed in as. Hosts on the network hold a token; a program on the shop's own PC may name the staff. */
export type Credential = { readonly token: string } | { readonly staffId: Id }

/** One caller: a window, a browser or a program. The host keeps its credential: a cookie, or in memory. */
export interface Connection {
  readonly device: string
  credential(): Credential | null
  keep(credential: Credential | null): void
  /** True where anyone on the network could be first: setting the shop up then takes the code that the start printed. */
  readonly needsSetupCode: boolean
  /** The desktop that this caller sits at: only the app's own window has one. */
  readonly computer?: Computer
}

/** What a desktop can be asked to do with the app; its answers are as the system has them now. */
export interface Computer {
  choices(): ComputerChoices
  /** Throws where the system refuses. */
  choose(choices: ComputerChoices): void
}

/** Long reads on read-only connections, off the writer's thread. */
export interface Workers {
  ask(name: string, call: WorkerCall): Promise<unknown>
}

export interface WorkerCall {
  readonly input: unknown
  readonly actor: {
    readonly staffId: Id | null
    readonly name: string
    readonly device: string
    readonly permissions: readonly string[]
  }
  readonly now: number
}

export interface Log {
  info(facts: object, message: string): void
  error(facts: object, message: string): void
}

export interface AskedPrinter {
  readonly id: Id
  readonly kind: PrinterKind
  readonly address: string
  readonly asksStatus: boolean
}

/** What prints the shop's papers. */
export interface Printers {
  /** Prints what waits, once the caller's own turn is over: no sale waits for paper. */
  wake(): void
  /** The printers that this PC's system knows. */
  systemPrinters(): Promise<{ readonly available: boolean; readonly names: string[] }>
  /** How a printer says that it is; what it said last while it prints. */
  status(printer: AskedPrinter): Promise<PrinterStatus | 'unreachable' | 'silent'>
  /** Refuses an address at which no printer can be. */
  check(printer: { readonly kind: PrinterKind; readonly address: string }): Promise<void>
}

/** Files of old systems: where they stay, who reads them, and what carries out an import beside the trade. */
export interface Imports {
  readonly uploads: Uploads
  readonly ask: ReadFiles
  /** An import was started, or cancelled. */
  wake(): void
}

/** A shop whose file is open. */
export interface OpenShop {
  readonly writer: Writer
  readonly workers: Workers
  readonly printers: Printers
  readonly imports: Imports
  /** The shop's own facts, as of the last commit. */
  shop(): Shop
  /** Tells every listening screen what was just committed. */
  announce(change: Change): void
  /** Hears what is committed from now on, until the returned function is called. */
  listen(hear: (change: Change) => void): () => void
  snapshots(): readonly Snapshot[]
  takeSnapshot(reason: Snapshot['reason']): Promise<Snapshot>
}

/** What the owner says at first run. */
export interface NewShop {
  readonly requestId: string
  readonly shopName: string
  readonly trade: string
  readonly ownerName: string
  readonly password: string
  readonly pin?: string | undefined
  readonly currency: Shop['currency']
  readonly timeZone: string
}

/** The whole of Guitai behind its contract: one shop folder, open or still empty. */
export interface Core {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly version: string
  opened(): OpenShop | null
  /** Throws SETUP_CODE_WRONG unless this connection may set the shop up. */
  checkSetupCode(connection: Connection, code: string | undefined): void
  /** @returns the owner's recovery code */
  createShop(input: NewShop, device: string): Promise<string>
  /** Writes the demo shop and opens it, while there is no shop. */
  openDemo(): Promise<void>
  isDemo(): boolean
  /** Closes the demo shop and deletes it. Throws NO_DEMO_SHOP when something else is open. */
  leaveDemo(): Promise<void>
  restorableSnapshots(): readonly Snapshot[]
  restore(file: string, device: string): Promise<void>
}

export interface CallContext {
  readonly core: Core
  readonly connection: Connection
}
