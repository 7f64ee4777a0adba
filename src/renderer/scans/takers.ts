import { onScopeDispose } from 'vue'
import type { Scan } from './guard.ts'

interface Options {
  /** Only scans there; otherwise all on this screen. */
  readonly within?: () => Element | null | undefined
  /** Customers' payment codes too. Whoever does not say so never sees one: they are to be neither kept nor shown. */
  readonly payments?: true
}

export interface TakenScan extends Scan {
  /** It is a customer's payment code. */
  readonly isPayment: boolean
}

type Take = (scan: TakenScan) => void

const takers: (Options & { readonly take: Take })[] = []

/** From now on this component takes scans; the one that came last goes before those that came before it. */
export function useScans(take: Take, options: Options = {}): void {
  const taker = { take, ...options }
  takers.push(taker)
  onScopeDispose(() => takers.splice(takers.indexOf(taker), 1))
}

/** Hands a scan to where the focus is, else to the screen, else to whoever takes what nobody else does. */
export function deliver(scan: TakenScan): void {
  const willing = takers.filter(({ payments }) => payments === true || !scan.isPayment)
  const here = willing.findLast(({ within }) => within?.()?.contains(scan.target) === true)
  const taker = here ?? willing.findLast(({ within }) => within === undefined)
  taker?.take(scan)
}
