import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import { oneMore } from '../../contract/orders.ts'
import type { PricedBasket, PricedLine } from '../../contract/orders.ts'
import { client } from '../api/client.ts'
import { onChange } from '../api/live.ts'
import { toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'
import { formats } from '../ui/formats.ts'
import { askedFor } from './basket.ts'
import type { OpenSale } from './basket.ts'
import type { Found } from './useFinder.ts'

export interface Quote {
  readonly asked: string
  readonly basket: PricedBasket
  readonly lines: ReadonlyMap<number, PricedLine>
}

const NOTHING: Quote = {
  asked: '',
  basket: {
    lines: [],
    subtotal: 0,
    discountTotal: 0,
    giftTotal: 0,
    roundOff: 0,
    total: 0,
    tax: 0,
    itemCount: 0,
  } as unknown as PricedBasket,
  lines: new Map(),
}

/**
 * What the basket comes to. Only the shop knows the rules, so it is asked after each change, one question at a time and
 * always the latest; the former sums stay until the new ones are there.
 */
export function usePricing(sale: Readonly<Ref<OpenSale>>) {
  const quote = shallowRef<Quote>(NOTHING)
  const refusal = shallowRef<Refusal | null>(null)
  /** What the basket comes to once the goods just scanned are in it. */
  let ahead: { readonly asked: string; readonly basket: PricedBasket } | null = null
  let running: Promise<void> | null = null
  let following = false
  let stopped = false

  const asked = computed(() => askedFor(sale.value, formats.decimals))
  const fresh = computed(() => sale.value.items.length === 0 || quote.value.asked === JSON.stringify(asked.value))

  /** Resolves when the sums on the screen are those of the basket on the screen. */
  async function settled(): Promise<void> {
    if (!fresh.value) await (running ??= ask())
  }

  async function ask(): Promise<void> {
    try {
      const { items } = sale.value
      const question = asked.value
      show(JSON.stringify(question), await client.orders.price(question), items)
    } catch (error) {
      refusal.value = toRefusal(error)
    } finally {
      running = null
    }
  }

  function show(name: string, basket: PricedBasket, items: OpenSale['items']): void {
    const lines = items.flatMap((item, at) => {
      const line = basket.lines[at]
      return line ? [[item.key, line] as const] : []
    })
    quote.value = { asked: name, basket, lines: new Map(lines) }
    refusal.value = null
  }

  /** What exactly this code is; the price of the basket with one more of it comes with the answer. */
  async function scan(code: string): Promise<Found | null> {
    const question = asked.value
    const answer = await client.orders.scan({ ...question, code })
    if (!answer) return null
    const { found, priced } = answer
    const { skuId, scannedUnit: unit } = found
    const lines = oneMore(question.lines, { skuId, unit })
    ahead = priced && { asked: JSON.stringify({ ...question, lines }), basket: priced }
    return found
  }

  function showAhead(): void {
    if (ahead?.asked !== JSON.stringify(asked.value)) return
    show(ahead.asked, ahead.basket, sale.value.items)
    ahead = null
  }

  /** Asks until the answer is about the basket as it is by then. */
  async function follow(): Promise<void> {
    showAhead()
    if (following) return
    following = true
    let last = ''
    while (!stopped && !fresh.value) {
      const now = JSON.stringify(asked.value)
      // The same question was just refused; it is asked again when something changes.
      if (now === last) break
      last = now
      await (running ??= ask())
    }
    following = false
    if (sale.value.items.length > 0) return
    quote.value = NOTHING
    refusal.value = null
  }

  watch(asked, () => void follow(), { immediate: true })
  const deafen = onChange(['products', 'settings', 'customers', 'tiers'], () => {
    if (sale.value.items.length > 0) void (running ??= ask())
  })
  onScopeDispose(() => {
    stopped = true
    deafen()
  })

  return { quote, refusal, asked, fresh, settled, scan, reprice: () => (running ??= ask()) }
}
