import type { Ref } from 'vue'
import type { OpenBasket, ParkedSale, Parking } from '../../contract/baskets.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { deviceId } from '../app/device.ts'
import { EMPTY, isEmptySale } from './basket.ts'
import type { BasketItem, OpenSale } from './basket.ts'
import { useParkedSales } from './parked/useParkedSales.ts'
import type { useAsk } from './useAsk.ts'
import { describe } from './useBasket.ts'
import type { useBasket } from './useBasket.ts'
import type { Quote } from './usePricing.ts'

/** Sales put aside and taken back, and one bill made two (挂单, 取单, 拆单). */
export function useParking(
  basket: ReturnType<typeof useBasket>,
  asking: ReturnType<typeof useAsk>,
  quote: Readonly<Ref<Quote>>,
) {
  const parked = useParkedSales()
  const rearranging = useCommand(client.baskets.rearrange)
  const { sale, kept } = basket

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

  /** The lines on the right are parked as a bill of their own. */
  async function split(stay: readonly BasketItem[], leave: readonly BasketItem[]): Promise<void> {
    await kept.settled()
    const seen = kept.changedAt.value
    if (seen === null || leave.length === 0) return
    const share = (items: readonly BasketItem[]): number =>
      items.reduce((sum, { key }) => sum + (quote.value.lines.get(key)?.amount ?? 0), 0)
    const own = stay.length === 0 ? null : contentsOf({ ...sale.value, items: stay, parts: [] }, share(stay), '')
    const other = contentsOf({ ...EMPTY, customer: sale.value.customer, items: leave }, share(leave), '')
    replace(await rearranging.run({ deviceId, open: { changedAt: seen, basket: own }, parked: [], added: [other] }))
  }

  function replace(answer: OpenBasket | undefined): void {
    if (answer) kept.replace(answer)
  }

  return { parked, park, parkOpen, recall, split, refusal: rearranging.refusal }
}
