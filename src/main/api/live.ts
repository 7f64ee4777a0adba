import type { Change } from '../../contract/live.ts'
import { changesSince } from '../domain/audit/queries.ts'
import { refuse } from '../domain/errors.ts'
import type { OpenShop } from './call.ts'
import { api, authenticate } from './pipeline.ts'

export const live = {
  changes: api.live.changes.handler(({ context, input, signal }) => {
    const opened = context.opened ?? refuse('SHOP_NOT_OPEN')
    const maySee = () => {
      const { staffId, locked } = authenticate(context.core, context.connection)
      return staffId !== null && locked !== true
    }
    return changesOf(opened, input.since, maySee, signal)
  }),
}

/** A reader that is further behind reads everything again. */
const MOST_WAITING = 1_000

/** First what was missed since `resumeAt`, then what comes, until the caller hangs up, signs out, locks or cannot keep up. */
async function* changesOf(
  opened: OpenShop,
  resumeAt: number | undefined,
  maySee: () => boolean,
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
    while (signal?.aborted !== true && waiting.length <= MOST_WAITING) {
      const next = waiting.shift()
      if (next && !maySee()) return
      if (next) yield next
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    signal?.removeEventListener('abort', hangUp)
    stop()
  }
}
