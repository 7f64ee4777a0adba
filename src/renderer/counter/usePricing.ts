import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import { withScanned } from '../../contract/orders.ts'
import type { Basket, PricedBasket, PricedLine } from '../../contract/orders.ts'
import { client } from '../api/client.ts'
import { onChange } from '../api/live.ts'
import { toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'
import { askedFor, isEmptySale } from './basket.ts'
import type { OpenSale } from './basket.ts'
import type { Part } from './payment.ts'
import type { ReturnedGoods } from './returnedGoods.ts'
import type { Found } from './useFinder.ts'

export interface Quote {
  readonly asked: string
  readonly basket: PricedBasket
  readonly lines: ReadonlyMap<number, PricedLine>
  /** What each returned line gives back, in their order. */
  readonly returned: readonly number[]
  /** What is to be paid; below zero, what is given back. */
  readonly due: number
  /** How the shop would give it back. */
  readonly proposed: readonly Part[]
}

interface Question {
  readonly basket: Basket
  readonly returns: readonly ReturnedGoods[]
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
  returned: [],
  due: 0,
  proposed: [],
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

  const asked = computed<Question>(() => ({ basket: askedFor(sale.value), returns: sale.value.returns }))
  const fresh = computed(() => isEmptySale(sale.value) || quote.value.asked === nameOf(asked.value))

  /** Resolves when the sums on the screen are those of the basket on the screen. */
  async function settled(): Promise<void> {
    if (!fresh.value) await (running ??= ask())
  }

  async function ask(): Promise<void> {
    const question = asked.value
    const { items } = sale.value
    try {
      quote.value = quoteOf(question, items, await priceOf(question), quote.value)
      refusal.value = null
    } catch (error) {
      refusal.value = toRefusal(error)
    } finally {
      running = null
    }
  }

  /** What exactly this code is; the price of the basket with it comes with the answer. */
  async function scan(code: string): Promise<Found | null> {
    const question = asked.value
    const answer = await client.orders.scan({ ...question.basket, code })
    if (!answer) return null
    const { found, priced } = answer
    const basket = { ...question.basket, lines: withScanned(question.basket.lines, found) }
    ahead = priced && question.returns.length === 0 ? { asked: nameOf({ ...question, basket }), basket: priced } : null
    return found
  }

  function showAhead(): void {
    if (ahead?.asked !== nameOf(asked.value)) return
    quote.value = quoteOf(asked.value, sale.value.items, { basket: ahead.basket }, quote.value)
    refusal.value = null
    ahead = null
  }

  /** Asks until the answer is about the basket as it is by then. */
  async function follow(): Promise<void> {
    showAhead()
    if (following) return
    following = true
    let last = ''
    while (!stopped && !fresh.value) {
      const now = nameOf(asked.value)
      // The same question was just refused; it is asked again when something changes.
      if (now === last) break
      last = now
      await (running ??= ask())
    }
    following = false
    if (!isEmptySale(sale.value)) return
    quote.value = NOTHING
    refusal.value = null
  }

  watch(asked, () => void follow(), { immediate: true })
  const deafen = onChange(['products', 'settings', 'tiers', 'stock', 'warehouses'], () => {
    if (!isEmptySale(sale.value)) void (running ??= ask())
  })
  onScopeDispose(() => {
    stopped = true
    deafen()
  })

  return { quote, refusal, asked, fresh, settled, scan, reprice: () => (running ??= ask()) }
}

/** What a sale comes to that is not the one on the screen. */
export async function dueOf(sale: OpenSale): Promise<number> {
  const { basket, exchange } = await priceOf({ basket: askedFor(sale), returns: sale.returns })
  return exchange?.due ?? basket.total
}

const nameOf = (question: Question): string => JSON.stringify(question)

interface Answer {
  readonly basket: PricedBasket
  readonly exchange?: { readonly returned: readonly number[]; readonly due: number; readonly proposed: readonly Part[] }
}

async function priceOf({ basket, returns }: Question): Promise<Answer> {
  if (returns.length === 0) return { basket: await client.orders.price(basket) }
  const { sale, returned, difference, proposed } = await client.exchanges.price({
    ...basket,
    returns: returns.map(({ line }) => line),
  })
  const given = returned.lines.map(({ amount }) => amount)
  return { basket: sale, exchange: { returned: given, due: difference, proposed } }
}

/** A line that is priced as before stays the same object: its row need not be drawn again. */
function quoteOf(question: Question, items: OpenSale['items'], { basket, exchange }: Answer, before: Quote): Quote {
  const lines = items.flatMap((item, at) => {
    const line = basket.lines[at]
    const former = before.lines.get(item.key)
    return line ? [[item.key, former && isEqual(former, line) ? former : line] as const] : []
  })
  const plain = { returned: [], due: basket.total, proposed: [] }
  return { asked: nameOf(question), basket, lines: new Map(lines), ...(exchange ?? plain) }
}

const isEqual = (one: PricedLine, other: PricedLine): boolean => JSON.stringify(one) === JSON.stringify(other)
