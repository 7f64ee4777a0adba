import type { Change } from '../../contract/live.ts'
import { changesSince } from '../domain/audit/queries.ts'
import { refuse } from '../domain/errors.ts'
import type { OpenShop } from './call.ts'
import { api } from './pipeline.ts'

export const live = {
  changes: api.live.changes.handler(({ context, input, lastEventId, signal }) => {
    const opened = context.opened ?? refuse('SHOP_NOT_OPEN')
    const resumeAt = input.since ?? (lastEventId === undefined ? undefined : Number(lastEventId))
    return changesOf(opened, resumeAt, signal)
  }),
}

/** First what was missed since `resumeAt`, then what comes, until the caller hangs up. */
async function* changesOf(
  opened: OpenShop,
  resumeAt: number | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<Change, void> {
  const waiting: Change[] = resumeAt === undefined ? [] : [...changesSince(opened.writer.db, resumeAt)]
  let wake: () => void = () => undefined
  const stop = opened.listen((change) => {
    waiting.push(change)
    wake()
  })
  const hangUp = () => {
    wake()
  }
  signal?.addEventListener('abort', hangUp)
  try {
    while (signal?.aborted !== true) {
      const next = waiting.shift()
      if (next) yield next
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    signal?.removeEventListener('abort', hangUp)
    stop()
  }
}
