// `npm run bench -- [--json FILE] [--only NAME] [--orders 10000,1000000]`: every budget of the design, measured.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { counter } from './counter.ts'
import { firstScreens } from './first-screen.ts'
import { headless, renderer } from './headless.ts'
import { importing } from './import.ts'
import { lookups } from './lookups/lookups.ts'
import type { Result } from './measure.ts'
import { paper } from './paper.ts'
import { placeOrders } from './place-order/compare.ts'
import { tableOf } from './report.ts'
import { generatedShop, removeShops, type GeneratedShop } from './shops.ts'
import { stalls } from './stalls.ts'
import { ensureBuilt } from '../scripts/setup/build.js'

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    orders: { type: 'string', default: '10000,1000000' },
  },
})

interface Sized {
  readonly orders: number
  readonly shop: GeneratedShop
}

/** What takes the largest shop where only one is wanted. */
const BENCHES: Readonly<
  Record<string, (shops: readonly Sized[], largest: GeneratedShop) => Promise<Result[]> | Result[]>
> = {
  'place-order': (shops) => placeOrders(shops),
  lookups: (_, largest) => lookups(largest),
  stalls: (_, largest) => stalls(largest),
  import: () => {
    ensureBuilt()
    return importing()
  },
  headless: (_, largest) => headless(largest),
  'first-screen': () => {
    ensureBuilt()
    return firstScreens(renderer)
  },
  counter: (_, largest) => counter(largest),
  paper: (_, largest) => paper(largest),
}

const chosen = Object.entries(BENCHES).filter(([name]) => values.only === undefined || name === values.only)
if (chosen.length === 0) throw new Error(`--only takes one of ${Object.keys(BENCHES).join(', ')}`)

const sizes = values.orders
  .split(',')
  .map(Number)
  .toSorted((a, b) => a - b)
const shops: Sized[] = []
for (const orders of sizes) shops.push({ orders, shop: await generatedShop(orders) })
const results: Result[] = shops.map(({ orders, shop: { seconds } }) => ({
  name: `a shop of ${orders.toLocaleString('en')} orders, every invariant true`,
  budget: '',
  measured: seconds === null ? 'made before' : `made in ${seconds.toFixed(0)} s`,
  pass: null,
  figures: { seconds },
}))

try {
  for (const [name, bench] of chosen) {
    console.log(`${name} …`)
    results.push(...(await bench(shops, shops.at(-1)!.shop)))
  }
} finally {
  removeShops()
}

console.log(`\n${tableOf(results)}`)
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ node: process.version, results }, null, 2)}\n`)
if (results.some(({ pass }) => pass === false)) process.exitCode = 1
