/**
 * Run as a process by tests: sells with a receipt through the core on a real folder, and says each sale once it was
 * acknowledged. `printing-seller.js FOLDER PREFIX SALES MIGRATIONS WORKER`; ends only when it is killed.
 */
import { writeSync } from 'node:fs'
import { createRouterClient } from '@orpc/server'
import type { Connection } from '../../../src/main/api/call.ts'
import { router } from '../../../src/main/api/router.ts'
import { openCore } from '../../../src/main/core/core.ts'
import { aClock } from '../../../src/main/testing/a-clock.ts'

const [folder = '', prefix = '', sales = '1', migrations = '', worker = ''] = process.argv.slice(2)
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

for (let count = 1; count <= Number(sales); count += 1) {
  const { number } = await client.orders.sell({
    requestId: `${prefix}-${String(count).padStart(8, '0')}`,
    customerId: null,
    lines: [{ kind: 'item', skuId: sku?.skuId ?? 0, quantity: 1_000 as never }],
    saleDiscount: null,
    roundOff: 'none',
    tenders: [{ tender: 'cash', amount: 1_000 as never }],
    expectedTotal: 1_000 as never,
    note: '',
  })
  writeSync(STDOUT, `sold ${String(count)} ${number}\n`)
}
setInterval(() => undefined, 1_000)
