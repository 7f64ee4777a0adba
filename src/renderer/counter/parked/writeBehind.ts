/** Writes every change behind the hand: one request on its way at a time, and always the latest value after it. */
const RETRY_MS = 2_000

export function writeBehind<T>(send: (value: T) => Promise<unknown>, failed: (error: unknown) => void) {
  let waiting: { readonly value: T } | undefined
  let running: Promise<void> | undefined
  /** Grows when what was written so far is no longer wanted. */
  let age = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  async function run(): Promise<void> {
    while (waiting) {
      const { value } = waiting
      const ownAge = age
      waiting = undefined
      try {
        await send(value)
      } catch (error) {
        if (ownAge === age) waiting ??= { value }
        if (!waiting) return
        failed(error)
        retry = setTimeout(begin, RETRY_MS)
        return
      }
    }
  }

  function begin(): void {
    clearTimeout(retry)
    running ??= run().finally(() => (running = undefined))
  }

  return {
    push(value: T): void {
      waiting = { value }
      begin()
    },
    /** Once nothing is on its way; true when all of it was written. */
    async settled(): Promise<boolean> {
      if (waiting) begin()
      while (running) await running
      return waiting === undefined
    },
    /** True while something is not known to be written. */
    isBehind: (): boolean => running !== undefined || waiting !== undefined,
    /** Forgets what waits: somebody else has written the same, or better. */
    drop(): void {
      clearTimeout(retry)
      waiting = undefined
      age += 1
    },
  }
}
