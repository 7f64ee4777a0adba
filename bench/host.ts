/** The whole core in this process on a real folder, as a host would open it. */
import { join } from 'node:path'
import type { Id, Time } from '../src/contract/values.ts'
import type { Core } from '../src/main/api/call.ts'
import { openCore, type RunningCore } from '../src/main/core/core.ts'
import { layoutBeside } from '../src/main/core/layout.ts'
import { aClock, clientOf, connectionAs } from '../src/main/testing/a-shop.ts'

const SOURCE = join(import.meta.dirname, '../src/main/serve.ts')
/** With the threads that a shop has: each of them would else hold a compiler of TypeScript. */
export const BUILT = join(import.meta.dirname, '../out/main/serve.js')
/** 10:00 in Shanghai, on the day after the last day of generated trade. */
export const NOW = Date.UTC(2026, 10, 21, 2) as Time
export const OWNER: Id = 1

export interface Opened {
  readonly core: RunningCore
  readonly client: ReturnType<typeof clientOf>
  readonly clock: ReturnType<typeof aClock>
}

export function openBench(folder: string, entry = SOURCE): Opened {
  const clock = aClock(NOW)
  const core = openCore({ folder, layout: layoutBeside(entry), log: LOUD, clock })
  return { core, client: clientOf(core, connectionAs(OWNER)), clock }
}

const LOUD: Core['log'] = {
  info: () => undefined,
  error: (facts, message) => {
    console.error(message, facts)
  },
}

export function openedShop({ core }: Pick<Opened, 'core'>) {
  const opened = core.opened()
  if (!opened) throw new Error('the shop did not open')
  return opened
}
