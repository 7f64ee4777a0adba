/**
 * Run as a process by tests: sells through the core on a real folder, and says each sale only once it was acknowledged.
 * `seller.js FOLDER PREFIX loop` sells until it is killed; `ten` sells ten times, telling when each begins and ends.
 */
import { writeSync } from 'node:fs'
import { createRouterClient } from '@orpc/server'
import type { Connection } from '../../../src/main/api/call.ts'
import { router } from '../../../src/main/api/router.ts'
import { openCore } from '../../../src/main/core/core.ts'
import { aClock } from '../../../src/main/testing/a-clock.ts'

const [folder = '', prefix = '', mode = '', migrations = '', worker = ''] = process.argv.slice(2)
const OWNER = 1
const STDOUT = 1

const log = { info: () => undefined, error: (facts: object) => console.error(facts) }
const core = openCore({ folder, layout: { migrations, worker, fileReader: '', demoWriter: '' }, log, clock: aClock() })
const connection: Connection = {
  device: 'test',
  needsSetupCode: false,
  credential: () => ({ staffId: OWNER }),
  keep: () => undefined,
}
const client = createRouterClient(router, { context: { core, connection } })
const [sku] = (await client.products.list({})).rows
const skuId = sku?.skuId ?? 0
if (mode === 'unsafe') core.opened()?.writer.sqlite.pragma('synchronous = OFF')

/** Straight to the pipe: what is said has left this process. */
const say = (line: string) => writeSync(STDOUT, `${line}\n`)

say('ready')
for (let count = 1; mode === 'loop' || count <= 10; count += 1) {
  const requestId = `${prefix}-${String(count).padStart(8, '0')}`
  if (mode !== 'loop') say(`begins ${requestId}`)
  const { number } = await client.orders.sell({
    requestId,
    customerId: null,
    lines: [{ kind: 'item', skuId, quantity: 1_000 as never }],
    saleDiscount: null,
    roundOff: 'none',
    tenders: [{ tender: 'cash', amount: 1_000 as never }],
    expectedTotal: 1_000 as never,
    note: '',
  })
  say(`sold ${requestId} ${number}`)
}
await core.close()
