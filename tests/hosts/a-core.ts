/** The core on a real folder, with the clock and the ids of tests, and everything that it logged as unforeseen. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCore, type RunningCore } from '../../src/main/core/core.ts'
import { layoutBeside, type Layout } from '../../src/main/core/layout.ts'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { aClock, countedIds, type TestClock } from '../../src/main/testing/a-shop.ts'

export const LAYOUT: Layout = layoutBeside(join(import.meta.dirname, '../../src/main/serve.ts'))

export interface TestCore extends RunningCore {
  readonly clock: TestClock
  readonly folder: string
  readonly unexpected: readonly object[]
}

export function aCore(folder = aFolder(), layout = LAYOUT): TestCore {
  const unexpected: object[] = []
  const clock = aClock()
  const log = { info: () => undefined, error: (facts: object) => unexpected.push(facts) }
  const core = openCore({ folder, layout, log, clock, ids: countedIds() })
  onTestFinished(() => core.close())
  return { ...core, clock, folder, unexpected }
}

let requests = 0
/** A new request id. */
export const rid = (): string => `request-${String((requests += 1)).padStart(6, '0')}`

export const OWNER = { name: '店主', password: 'a long password' }

/** Founds the shop that most tests begin with. */
export async function found(core: RunningCore): Promise<void> {
  await core.createShop(
    {
      requestId: rid(),
      shopName: '小店',
      trade: 'tea',
      ownerName: OWNER.name,
      password: OWNER.password,
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
    },
    'test',
  )
}
