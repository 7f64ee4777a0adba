import { shallowRef } from 'vue'
import type { Ref } from 'vue'
import type { OpenBasket, ParkedSale, Parking } from '../../contract/baskets.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { deviceId } from '../app/device.ts'
import { EMPTY, isEmptySale } from './basket.ts'
import type { OpenSale } from './basket.ts'
import type { Split } from './parked/splitLines.ts'
import { moved, newBill } from './parked/splitSales.ts'
import { useParkedSales } from './parked/useParkedSales.ts'
import type { useAsk } from './useAsk.ts'
import { describe, readSale } from './useBasket.ts'
import type { useBasket } from './useBasket.ts'
import { dueOf } from './usePricing.ts'
import type { Quote } from './usePricing.ts'

/** What the open basket exchanges lines with: a parked sale, or a new bill when there is none. */
interface Splitting {
  readonly sale: OpenSale
  readonly parked: ParkedSale | null
}

/** Sales put aside and taken back, and one bill made two (挂单, 取单, 拆单). */
export function useParking(
  basket: ReturnType<typeof useBasket>,
  asking: ReturnType<typeof useAsk>,
  quote: Readonly<Ref<Quote>>,
) {
  const parked = useParkedSales()
  const rearranging = useCommand(client.baskets.rearrange)
  const { sale, kept } = basket
  const splitting = shallowRef<Splitting>({ sale: EMPTY, parked: null })

  const contentsOf = (of: OpenSale, total: number, note: string): Parking => ({
    ...describe(of, total),
    content: JSON.stringify(of),
    note,
  })
  const open = (note: string): Parking => contentsOf(sale.value, quote.value.due, note)

  /** A word to know it by, or none. */
  async function park(): Promise<void> {
    if (isEmptySale(sale.value)) return
    const said = await asking.ask({ kind: 'park', name: sale.value.customer?.name ?? '' })
    if (said) await parkOpen(said.reason)
  }

  async function parkOpen(note = ''): Promise<void> {
    await kept.settled()
    if (await parked.park(open(note))) basket.begin()
  }

  /** What is open here is parked in the same step. */
  async function recall(wanted: ParkedSale): Promise<void> {
    await kept.settled()
    replace(await parked.recall(wanted, isEmptySale(sale.value) ? undefined : open('')))
  }

  /** A parked sale stays where it is while its lines are looked at. */
  async function beginSplit(wanted: ParkedSale | null): Promise<void> {
    if (!wanted) splitting.value = { sale: newBill(sale.value), parked: null }
    else {
      const { content, ...parkedSale } = await client.baskets.get({ basketId: wanted.id })
      splitting.value = { sale: readSale(JSON.parse(content)), parked: parkedSale }
    }
  }

  /** Both baskets are rewritten in one step; one that is left with nothing is gone. */
  async function divide(split: Split): Promise<void> {
    await kept.settled()
    const { sale: other, parked: from } = splitting.value
    const after = moved({ left: sale.value, right: other }, split)
    const [own, theirs] = await Promise.all([after.left, after.right].map(contentsOrNone))
    const open = { changedAt: kept.changedAt.value, basket: own ?? null }
    const parking = theirs ? { ...theirs, note: from?.note ?? '' } : null
    if (!from && !parking) return
    const rewritten = from ? [{ basketId: from.id, changedAt: from.changedAt, basket: parking }] : []
    const added = parking && !from ? [parking] : []
    replace(await rearranging.run({ deviceId, open, parked: rewritten, added }))
  }

  const contentsOrNone = async (of: OpenSale): Promise<Parking | null> =>
    isEmptySale(of) ? null : contentsOf(of, await dueOf(of), '')

  function replace(answer: OpenBasket | undefined): void {
    if (answer) kept.replace(answer)
  }

  /** Why the last of these was not done. */
  const refusal = () => rearranging.refusal.value ?? parked.commandRefusal.value
  return { parked, park, parkOpen, recall, splitting, beginSplit, divide, refusal }
}
