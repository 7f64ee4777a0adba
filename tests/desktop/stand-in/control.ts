/** The test's way into this process, as playwright's `electronApplication.evaluate` is into a real one. */

export type Told =
  | { readonly kind: 'window'; readonly debuggingPort: number }
  | { readonly kind: 'dialog'; readonly message: string; readonly detail: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string }

export interface Asked {
  readonly id: number
  readonly source: string
  readonly argument: unknown
}

export const tellTest = (told: Told): void => void process.send?.(told)

export function serveControl(load: () => Promise<object>): void {
  process.on('message', (asked: Asked) => {
    void answer(asked, load).then(tellTest)
  })
  process.on('disconnect', () => process.exit(1)) // the test is gone
}

async function answer({ id, source, argument }: Asked, load: () => Promise<object>): Promise<Told> {
  try {
    // The function is the test's own; indirect eval gives it no scope of ours.
    const run = (0, eval)(`(${source})`) as (electron: object, argument: unknown) => unknown
    return { kind: 'answer', id, value: await run(await load(), argument) }
  } catch (error) {
    return { kind: 'answer', id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
