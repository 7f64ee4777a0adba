import { onScopeDispose, watch } from 'vue'
import { useSession } from './session.ts'

const LOOK_EVERY_MS = 5_000
const MINUTE_MS = 60_000
const LAST_ACTIVE = 'guitai.lastActive'
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel'] as const

/** Locks by key and when nobody has touched this device for as long as the shop says; keeps keys off what is under the lock. */
export function useLock(): void {
  const session = useSession()
  const given = new AbortController()
  onScopeDispose(() => given.abort())
  const { signal } = given

  // Before every other listener: whatever a page makes of a key, it makes nothing of it while locked.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    window.addEventListener(type, (event) => session.locked && event.stopImmediatePropagation(), {
      capture: true,
      signal,
    })
  }
  window.addEventListener('keydown', pressed, { capture: true, signal })
  for (const type of SIGNS_OF_LIFE) window.addEventListener(type, stamp, { capture: true, passive: true, signal })

  function pressed(event: KeyboardEvent): void {
    if (!session.me || !isLockKey(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void session.lock()
  }

  function look(): void {
    const minutes = session.shop?.autoLockMinutes ?? 0
    if (!session.me || session.locked || minutes === 0) return
    if (Date.now() - lastActive() > minutes * MINUTE_MS) void session.lock()
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  onScopeDispose(() => clearInterval(timer))
  look()

  // Where one was, one goes on.
  let before: Element | null = null
  const isLocked = () => session.locked
  watch(isLocked, (locked) => locked && (before = document.activeElement), { flush: 'sync' })
  // The keys of the PIN were kept from everybody, but whoever typed it is here.
  watch(isLocked, (locked) => !locked && stamp(), { flush: 'sync' })
  watch(isLocked, (locked) => !locked && before instanceof HTMLElement && before.focus(), { flush: 'post' })
}

/** Ctrl+L (⌘L), and Alt+O where a browser keeps that for itself. */
function isLockKey({ code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (shiftKey) return false
  return altKey ? code === 'KeyO' && !ctrlKey && !metaKey : code === 'KeyL' && (ctrlKey || metaKey)
}

/** All tabs of a device are one: a hand on one of them keeps the others open. */
function lastActive(): number {
  const last = Math.max(stored(), stampedAt)
  if (last > 0) return last
  stamp()
  return stampedAt
}

function stored(): number {
  try {
    return Number(localStorage.getItem(LAST_ACTIVE))
  } catch {
    return 0
  }
}

let stampedAt = 0
function stamp(): void {
  const now = Date.now()
  if (Math.abs(now - stampedAt) < LOOK_EVERY_MS) return
  stampedAt = now
  try {
    localStorage.setItem(LAST_ACTIVE, String(now))
  } catch {
    // Without a store each tab counts for itself.
  }
}
