import { ref } from 'vue'
import { client } from '../api/client.ts'
import type { useAsk } from './useAsk.ts'
import type { useBasket } from './useBasket.ts'
import type { Found, Submitted, useFinder } from './useFinder.ts'

interface Surroundings {
  readonly basket: ReturnType<typeof useBasket>
  readonly finder: ReturnType<typeof useFinder>
  readonly asking: ReturnType<typeof useAsk>
  /** Says that something is not right, and sounds. */
  readonly complain: (key: string, facts: Record<string, string>) => void
  /** Whether it is something else that the shop knows. */
  readonly otherwise: (code: string) => Promise<boolean>
  /** Something was put into the basket. */
  readonly put: () => void
}

/** A code is worth asking about; a few letters that mean nothing are a slip of the finger. */
const LOOKS_LIKE_A_CODE = /^(?=.*\d)[0-9A-Za-z\-./+]{4,}$/

/** From a scan or a name to a line of the basket: a style opens its grid, weighed goods ask for their weight. */
export function useGoods({ basket, finder, asking, complain, otherwise, put }: Surroundings) {
  /** Goods are only looked at (查价), not added. */
  const checking = ref(false)

  /** @param whole what stands in the field, in case a slow moment cut the code in two */
  async function scanned(code: string, whole: string): Promise<void> {
    const found = (await finder.exactly(code)) ?? (whole === code ? null : await finder.exactly(whole))
    if (found) await take(found)
    else await unknown(code)
  }

  /** What Enter meant: the line chosen by arrow, an exact code, a style, the line on top, the only thing found. */
  async function meant(submitted: Submitted): Promise<void> {
    const { typed, seen, byArrow } = submitted
    const exact = seen && byArrow ? seen : await finder.exactly(typed)
    if (exact) await take(exact)
    else if (await opensStyle(typed)) return
    else if (seen) await take(seen)
    else await onlyOne(submitted)
  }

  async function onlyOne({ typed }: Submitted): Promise<void> {
    const { rows } = await client.products.list({ search: typed, limit: 2 })
    const [only] = rows
    if (only && rows.length === 1) await take(only)
    else if (rows.length === 0 && LOOKS_LIKE_A_CODE.test(typed)) await unknown(typed)
    else {
      finder.restore(typed)
      complain('nothingFound', { text: typed })
    }
  }

  async function opensStyle(code: string): Promise<boolean> {
    const looked = await client.products.lookup({ code })
    if (looked.kind !== 'style') return false
    await ofStyle(looked.productId)
    return true
  }

  /** One chooses of a style in its grid. */
  async function ofStyle(productId: number): Promise<void> {
    const onlyLooked = checking.value
    checking.value = false
    const chosen = await asking.ask({ kind: 'style', productId })
    if (!onlyLooked) for (const each of chosen ?? []) add(each, each.quantity)
  }

  async function unknown(code: string): Promise<void> {
    if ((await opensStyle(code)) || (await otherwise(code))) return
    complain('unknownCode', { code })
    const said = await asking.ask({ kind: 'unknown', code })
    if (!said) return
    if ('quick' in said) quick(said.quick)
    else await take(said.found)
  }

  async function take(found: Found): Promise<void> {
    if (checking.value) {
      checking.value = false
      await asking.ask({ kind: 'priceCheck', found })
    } else if (found.weighed && found.quantity === undefined) {
      const weighed = await asking.ask({ kind: 'weigh', found })
      if (weighed) add(found, weighed.quantity)
    } else add(found, found.quantity)
  }

  function add({ skuId, code, title, variant, unit, scannedUnit, labelAmount }: Found, quantity: number | undefined) {
    basket.add({ skuId, code, title, variant, unit: scannedUnit ?? unit, quantity, labelAmount })
    put()
  }

  function quick(item: { readonly title: string; readonly price: number }): void {
    basket.addQuick(item)
    put()
  }

  return { checking, scanned, meant, take, ofStyle, quick }
}
