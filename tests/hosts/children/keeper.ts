/** Run as a process by tests: scans into an open basket until it is killed, and says each scan only once it was kept. */
import { writeSync } from 'node:fs'
import { createRouterClient } from '@orpc/server'
import type { Connection } from '../../../src/main/api/call.ts'
import { router } from '../../../src/main/api/router.ts'
import { openCore } from '../../../src/main/core/core.ts'

const [folder = '', deviceId = '', migrations = '', worker = ''] = process.argv.slice(2)
const OWNER = 1
const STDOUT = 1

const log = { info: () => undefined, error: (facts: object) => console.error(facts) }
const core = openCore({ folder, layout: { migrations, worker, fileReader: '', demoWriter: '' }, log })
const connection: Connection = {
  device: 'test',
  needsSetupCode: false,
  credential: () => ({ staffId: OWNER }),
  keep: () => undefined,
}
const client = createRouterClient(router, { context: { core, connection } })

for (let scans = 1; ; scans += 1) {
  await client.baskets.keep({ deviceId, content: JSON.stringify({ scans }), itemCount: scans, total: 0 as never })
  writeSync(STDOUT, `kept ${String(scans)}\n`)
}
