import { computed, ref, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { ulid } from 'ulid'
import type { Permission } from '../../contract/permissions.ts'
import type { DemoOwner } from '../../contract/setup.ts'
import type { Me } from '../../contract/session.ts'
import type { ShopView } from '../../contract/settings.ts'
import { client, onRefusal } from '../api/client.ts'
import { missedChanges, onChange, startLive, stopLive } from '../api/live.ts'
import { useQueryCache } from '../api/queryCache.ts'
import { formats } from '../ui/formats.ts'

/** Tells the other tabs of this browser, which share the session, that it was locked, unlocked or handed over. */
const tabs = new BroadcastChannel('guitai-session')

/** Who is signed in, what they may do, and the shop they do it in. */
export const useSession = defineStore('session', () => {
  const me = shallowRef<Me | null>(null)
  const shop = shallowRef<ShopView | null>(null)
  /** False before the first run has made a shop. */
  const hasShop = ref(true)
  const needsCode = ref(false)
  /** Set while the shop is the demo shop (示例店), where nothing is real. */
  const demo = shallowRef<DemoOwner | null>(null)
  /** The screen is covered, and the shop answers nothing, until somebody proves who they are. */
  const locked = computed(() => me.value?.locked === true)
  const permissions = computed(() => new Set(me.value?.permissions))

  /** What the shop says at the start: whether it exists, and whether this device is signed in. */
  async function begin(): Promise<void> {
    const state = await client.setup.state({})
    hasShop.value = state.shop === 'open'
    needsCode.value = state.needsCode
    demo.value = state.demo
    if (!hasShop.value) return
    await showCurrent()
  }

  async function showCurrent(): Promise<void> {
    const current = await client.session.current({})
    if (!current) leave()
    else if (current.locked) hold(current)
    else await enter(current)
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

  /** Covers the screen at once; the shop keeps the lock. */
  async function lock(): Promise<void> {
    if (!me.value || locked.value) return
    hold(me.value)
    await client.session.lock({ requestId: ulid() }).catch(() => undefined)
    tabs.postMessage(null)
  }

  async function unlock(input: { requestId: string; pin?: string; password?: string }): Promise<Me> {
    const unlocked = await client.session.unlock(input)
    await enter(unlocked)
    return resumed(unlocked)
  }

  /** Hands this device over; the basket and the page stay. */
  async function switchTo(input: { requestId: string; staffId: number; pin: string }): Promise<Me> {
    const next = await client.session.switch(input)
    useQueryCache().clear()
    await enter(next)
    return resumed(next)
  }

  function resumed(who: Me): Me {
    missedChanges()
    tabs.postMessage(null)
    return who
  }

  function hold(who: Me): void {
    me.value = { ...who, locked: true }
    stopLive()
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
    if (refusal.code === 'SHOP_NOT_OPEN' && me.value) location.reload() // the demo shop was left elsewhere
    if (refusal.code === 'LOCKED' && me.value && !locked.value) hold(me.value)
  })
  tabs.onmessage = () => {
    const before = me.value?.staffId
    void showCurrent().then(
      () => {
        if (me.value?.staffId !== before) useQueryCache().clear()
        if (me.value && !locked.value) missedChanges()
      },
      () => undefined,
    )
  }
  onChange(['settings'], () => {
    if (me.value) void client.settings.get({}).then(show, () => undefined)
  })
  onChange(['staff'], () => {
    if (me.value)
      void client.session.current({}).then(
        (current) => (current ? (me.value = { ...current, locked: current.locked || locked.value }) : leave()),
        () => undefined,
      )
  })

  return {
    me,
    shop,
    hasShop,
    demo,
    /** Whether the first run asks for the code that the start printed. */
    needsCode,
    /** Whether the one who is signed in may do this; screens leave out what they may not. */
    can: (permission: Permission) => permissions.value.has(permission),
    locked,
    begin,
    /** Reads anew who is signed in. */
    refresh: showCurrent,
    lock,
    unlock,
    switchTo,
    signIn,
    signOut,
  }
})
