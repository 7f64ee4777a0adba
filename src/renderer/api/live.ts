/**
 * What changes in the shop, as it changes. All tabs of a browser share one stream: the one that holds the lock reads it and
 * tells the others, since six open streams on HTTP/1.1 would block every command (DESIGN §6).
 */
import type { Change } from '../../contract/live.ts'
import { client } from './client.ts'
import { desktop } from './desktop.ts'
import type { Topic } from './topics.ts'

/** Hears the topic that changed, or null after a gap, when anything may have. */
type Listener = (topic: Topic | null) => void

const listeners = new Set<Listener>()
const RETRY_MS = [500, 1_000, 2_000, 5_000, 10_000]
let stop: AbortController | undefined

/** Calls `listener` when something under one of `topics` changed. Answers with the way to stop. */
export function onChange(topics: readonly Topic[], listener: () => void): () => void {
  const hear: Listener = (topic) => {
    if (topic === null || topics.includes(topic)) listener()
  }
  listeners.add(hear)
  return () => listeners.delete(hear)
}

/** Begins to listen; called when somebody has signed in. */
export function startLive(): void {
  if (stop) return
  const own = new AbortController()
  stop = own
  if (desktop() || !('locks' in navigator)) {
    void follow(own.signal, tell)
    return
  }
  const channel = new BroadcastChannel('guitai-changes')
  channel.onmessage = (event: MessageEvent<Change | null>) => tell(event.data)
  own.signal.addEventListener('abort', () => channel.close())
  const lead = () =>
    follow(own.signal, (change) => {
      tell(change)
      channel.postMessage(change)
    })
  navigator.locks.request('guitai-changes', { signal: own.signal }, lead).catch(() => undefined)
}

/** Says that anything may have changed: what came while nobody listened was missed. */
export function missedChanges(): void {
  tell(null)
}

export function stopLive(): void {
  stop?.abort()
  stop = undefined
}

function tell(change: Change | null): void {
  const topic = change && (change.name.split('.')[0] as Topic)
  for (const listener of [...listeners]) listener(topic)
}

/** Reads the stream until told to stop, and takes it up again after the last change seen. */
async function follow(signal: AbortSignal, heard: (change: Change | null) => void): Promise<void> {
  let since: number | undefined
  let interrupted = false
  let failures = 0
  while (!signal.aborted) {
    try {
      const changes = await client.live.changes(since === undefined ? {} : { since }, { signal })
      if (interrupted && since === undefined) heard(null) // nothing says where to take it up
      for await (const change of changes) {
        since = change.seq
        failures = 0
        heard(change)
      }
    } catch {
      // The next round asks again.
    }
    interrupted = true
    await pause(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 0, signal)
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    const give = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', give, { once: true })
  })
}
