import { onScopeDispose, ref } from 'vue'

/** One open basket, one window of this browser that changes it: two would overwrite each other's lines. */
const NAME = 'guitai-counter'
/** How long the window that has the counter may take to write its basket down and give it up. */
const PATIENCE_MS = 3_000

/**
 * Whether the counter stands in this window. It goes on here by itself once the other window is closed, and at once with
 * `takeOver`, which the other one is asked for first.
 * @param settle writes down what is on its way, before another window may go on
 */
export function useOnlyHere(settle: () => Promise<unknown>) {
  const place = ref<'asking' | 'here' | 'elsewhere'>('asking')
  if (!('locks' in navigator)) {
    place.value = 'here'
    return { place, takeOver: () => undefined }
  }
  const channel = new BroadcastChannel(NAME)
  let waiting = new AbortController()
  let giveUp: (() => void) | undefined
  let gone = false

  /** Waits in the browser's own queue for as long as another window has it. */
  function wait(): void {
    waiting = new AbortController()
    navigator.locks.request(NAME, { signal: waiting.signal }, hold).catch(lost)
  }

  /** Keeps it until it is given up, or was taken from a window that did not answer. */
  async function hold(): Promise<void> {
    const released = new Promise<void>((resolve) => (giveUp = resolve))
    place.value = 'here'
    await released
    giveUp = undefined
  }

  async function begin(): Promise<void> {
    const isFree = await navigator.locks.query().then(({ held }) => !held?.some(({ name }) => name === NAME))
    if (gone) return
    if (!isFree) place.value = 'elsewhere'
    wait()
  }

  /** Whoever has it writes down what they have, and gives it up; who does not answer is not waited for. */
  function takeOver(): void {
    channel.postMessage(null)
    setTimeout(() => {
      if (gone || place.value === 'here') return
      waiting.abort()
      navigator.locks.request(NAME, { steal: true }, hold).catch(lost)
    }, PATIENCE_MS)
  }

  /** It was taken from here; what was only waited for is not lost. */
  function lost(): void {
    if (gone || place.value !== 'here') return
    giveUp = undefined
    place.value = 'elsewhere'
    wait()
  }

  channel.onmessage = async () => {
    if (place.value === 'here') {
      await settle().catch(() => undefined)
      place.value = 'elsewhere'
      giveUp?.()
    } else waiting.abort()
    if (!gone) wait() // behind the one that asked
  }
  onScopeDispose(() => {
    gone = true
    channel.close()
    waiting.abort()
    giveUp?.()
  })
  void begin()
  return { place, takeOver }
}
