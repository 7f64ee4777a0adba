import { onMounted, onScopeDispose, readonly, ref, shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import type { OpenBasket } from '../../../contract/baskets.ts'
import type { Money } from '../../../contract/values.ts'
import { client } from '../../api/client.ts'
import { toRefusal } from '../../api/refusal.ts'
import type { Refusal } from '../../api/refusal.ts'
import { deviceId } from '../../app/device.ts'
import { writeBehind } from './writeBehind.ts'

interface Summary {
  readonly itemCount: number
  readonly total: Money
  readonly customerName?: string
}

interface KeptBasket<T> {
  /** An empty basket; one that equals it is kept as none. */
  readonly empty: () => T
  /** Turns what was kept, perhaps by an older version, into a good value. */
  readonly read: (stored: unknown) => T
  /** What lists of baskets show of it. */
  readonly describe: (value: T) => Summary
}

/** What browsers let a page still send as it goes: 64 KiB, and a character takes up to three bytes. */
const MOST_AT_LAST = 20_000

/**
 * This device's open basket, on the shop's disk: await `load()` before it is shown; every change of `content` is written
 * behind. After a command that moved it there (`park`, `recall`, `rearrange`, `sell`) hand its answer to `replace`.
 */
export function useKeptBasket<T>({ empty, read, describe }: KeptBasket<T>) {
  /** Replaced as a whole by every change, so nothing in it is watched. */
  const content = shallowRef(empty()) as ShallowRef<T>
  const loaded = ref(false)
  const lastSale = shallowRef<OpenBasket['lastSale']>(null)
  /** When the shop last wrote it down; names the basket that `rearrange` changes. */
  const changedAt = shallowRef<OpenBasket['changedAt']>(null)
  /** Why the last change is not on disk yet; it is tried again. */
  const refusal = shallowRef<Refusal | null>(null)
  const none = JSON.stringify(empty())
  let written = none

  const writer = writeBehind(
    async (input: ReturnType<typeof inputOf>) => {
      changedAt.value = (await client.baskets.keep(input)).changedAt
      refusal.value = null
    },
    (error) => (refusal.value = toRefusal(error)),
  )

  function inputOf(value: T) {
    const text = JSON.stringify(value)
    const { customerName = '', ...sums } = describe(value)
    return { deviceId, content: text === none ? null : text, customerName, ...sums }
  }

  /** Shows what the shop has written already. */
  function replace(open: OpenBasket): void {
    writer.drop()
    content.value = open.content === null ? empty() : read(JSON.parse(open.content))
    written = JSON.stringify(content.value)
    lastSale.value = open.lastSale
    changedAt.value = open.changedAt
    loaded.value = true
  }

  async function load(): Promise<void> {
    replace(await client.baskets.open({ deviceId }))
  }

  watch(
    content,
    (value) => {
      const text = JSON.stringify(value)
      if (!loaded.value || text === written) return
      written = text
      writer.push(inputOf(value))
    },
    { flush: 'sync' },
  )

  /** The page goes: a request on its way is cut off with it, so the latest is sent once more, and outlives it. */
  function flush(): void {
    if (!writer.isBehind()) return
    const input = inputOf(content.value)
    const keepalive = (input.content?.length ?? 0) < MOST_AT_LAST
    client.baskets.keep(input, { context: { keepalive } }).catch(() => undefined)
  }

  onMounted(() => addEventListener('pagehide', flush))
  onScopeDispose(() => {
    removeEventListener('pagehide', flush)
    flush()
  })

  return {
    content,
    loaded: readonly(loaded),
    lastSale,
    changedAt: readonly(changedAt),
    refusal,
    load,
    replace,
    /** Once everything typed is on disk; await it before a sale, so that no late write fills the emptied basket again. */
    settled: writer.settled,
  }
}
