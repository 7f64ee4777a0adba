/** Run as a process by tests: `importer.js FOLDER MIGRATIONS WORKER` goes on with the import that was interrupted, and tells how far it is. */
import { writeSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import { openCore } from '../../../src/main/core/core.ts'
import { latestJob } from '../../../src/main/domain/imports/queries.ts'

const [folder = '', migrations = '', worker = ''] = process.argv.slice(2)
const STDOUT = 1

const log = { info: () => undefined, error: (facts: object) => console.error(facts) }
const core = openCore({ folder, layout: { migrations, worker, fileReader: '', demoWriter: '' }, log })
const opened = core.opened()
let told = -1
for (;;) {
  const job = opened && latestJob(opened.writer.db)
  if (job && job.done !== told) writeSync(STDOUT, `carried out ${(told = job.done)}\n`)
  if (job?.state !== 'running') break
  await turn()
}
await core.close()
