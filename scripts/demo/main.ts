// An invented clothes-and-tea shop with two years of trade, written once and then opened like any shop. `npm run demo`
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Time } from '../../src/contract/values.ts'
import { layoutBeside } from '../../src/main/core/layout.ts'
import { usualPlace } from '../../src/main/database/folder.ts'
import { readMigrations } from '../../src/main/database/migrator.ts'
import { businessDayOf } from '../../src/main/domain/business-day.ts'
import { writeDemoShop } from '../../src/main/demo/write.ts'
import { OWNER, PASSWORD } from '../../src/main/demo/people.ts'
import { pinnedNode, root } from '../setup/paths.js'
import { main, runForeground } from '../setup/run.js'

const TWO_YEARS = '730'

await main(async () => {
  const { values } = parseArgs({
    options: {
      shop: { type: 'string', default: join(dirname(usualPlace()), 'demo') },
      until: { type: 'string', default: today() },
      days: { type: 'string', default: TWO_YEARS },
      'only-write': { type: 'boolean', default: false },
    },
  })
  const folder = resolve(values.shop)
  await writeUnlessThere(folder, values.until, Number(values.days))
  console.log(`Sign in as ${OWNER}, password ${PASSWORD}`)
  if (values['only-write']) return 0
  return runForeground(pinnedNode, [join(root, 'scripts', 'start.js'), '--shop', folder])
})

/** Trade ends the day before. */
function today(): string {
  return businessDayOf(Date.now() as Time, 'Asia/Shanghai', 4)
}

async function writeUnlessThere(folder: string, until: string, days: number): Promise<void> {
  if (existsSync(join(folder, 'shop.db'))) {
    console.log(`The demo shop in ${folder} is there already; delete the folder to begin anew.`)
    return
  }
  const started = performance.now()
  const { migrations } = layoutBeside(join(root, 'src', 'main', 'serve.ts'))
  await writeDemoShop({ folder, migrations: readMigrations(migrations), until, days, progress })
  console.log(`The demo shop is in ${folder} (${Math.round((performance.now() - started) / 1000)} s).`)
}

function progress(done: number, days: number): void {
  if (!process.stdout.isTTY) return
  process.stdout.write(`\rWriting the demo shop … ${Math.floor((done * 100) / days)} %${done === days ? '\n' : ''}`)
}
