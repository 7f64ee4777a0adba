import { computed, ref, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { ulid } from 'ulid'
import type { Permission } from '../../contract/permissions.ts'
import type { Me } from '../../contract/session.ts'
import type { ShopView } from '../../contract/settings.ts'
import { client, onRefusal } from '../api/client.ts'
import { onChange, startLive, stopLive } from '../api/live.ts'
import { useQueryCache } from '../api/queryCache.ts'
import { formats } from '../ui/formats.ts'

/** Who is signed in, what they may do, and the shop they do it in. */
export const useSession = defineStore('session', () => {
  const me = shallowRef<Me | null>(null)
  const shop = shallowRef<ShopView | null>(null)
  /** False before the first run has made a shop. */
  const hasShop = ref(true)
  const needsCode = ref(false)
  const permissions = computed(() => new Set(me.value?.permissions))

  /** What the shop says at the start: whether it exists, and whether this device is signed in. */
  async function begin(): Promise<void> {
    const state = await client.setup.state({})
    hasShop.value = state.shop === 'open'
    needsCode.value = state.needsCode
    if (!hasShop.value) return
    const current = await client.session.current({})
    if (current) await enter(current)
  }

  async function signIn(input: { requestId: string; name: string; password: string }): Promise<Me> {
    const signedIn = await client.session.signIn(input)
    await enter(signedIn)
    return signedIn
  }

  async function signOut(): Promise<void> {
    await client.session.signOut({ requestId: ulid() })
    leave()
  }

  async function enter(who: Me): Promise<void> {
    show(await client.settings.get({}))
    me.value = who
    startLive()
  }

  /** Forgets everything that the next person must not see. */
  function leave(): void {
    me.value = null
    stopLive()
    useQueryCache().clear()
  }

  function show(settings: ShopView): void {
    shop.value = settings
    formats.currency = settings.currency
    formats.decimals = settings.currencyDecimals
    formats.timeZone = settings.timeZone
  }

  onRefusal((refusal) => {
    if (refusal.code === 'NOT_SIGNED_IN' && me.value) leave()
  })
  onChange(['settings'], () => {
    if (me.value) void client.settings.get({}).then(show, () => undefined)
  })
  onChange(['staff'], () => {
    if (me.value)
      void client.session.current({}).then(
        (current) => (current ? (me.value = current) : leave()),
        () => undefined,
      )
  })

  return {
    me,
    shop,
    hasShop,
    /** Whether the first run asks for the code that the start printed. */
    needsCode,
    /** Whether the one who is signed in may do this; screens leave out what they may not. */
    can: (permission: Permission) => permissions.value.has(permission),
    begin,
    signIn,
    signOut,
  }
})
