/** Both ways of placing an order, on copies of one file, turn by turn in one run: only their ratio means something. */
import { shopFolder } from '../../src/main/database/folder.ts'
import { openWriter } from '../../src/main/database/connection.ts'
import { median, percent, rounded, timed, type Result } from '../measure.ts'
import { NOW, openBench, openedShop, OWNER } from '../host.ts'
import { shopOf, type GeneratedShop } from '../shops.ts'
import { ordersFor, type Order } from './orders.ts'
import { placeByPipeline } from './pipeline.ts'
import { placeByHand } from './raw.ts'

const WARM_UP = 200
const TURNS = 60
const ORDERS_PER_TURN = 25

export interface Compared {
  /** Of the hand-written version's rate, turn by turn. */
  readonly ratio: number
  readonly figures: Readonly<Record<string, unknown>>
}

type Durability = 'FULL' | 'OFF'

export async function compare(shop: GeneratedShop, durability: Durability): Promise<Compared> {
  const opened = openBench(shopOf(shop, NOW))
  const { writer } = openedShop(opened)
  const raw = openWriter(shopFolder(shopOf(shop, NOW)).database)
  for (const { sqlite } of [writer, raw]) sqlite.pragma(`synchronous = ${durability}`)
  const orders = ordersFor(raw.sqlite, WARM_UP + TURNS * ORDERS_PER_TURN)
  const businessDay = '2026-11-21'
  const byHand = placeByHand({
    sqlite: raw.sqlite,
    staffId: OWNER,
    shopProfileId: 1,
    warehouseId: 1,
    businessDay,
    now: () => NOW,
  })
  const sides = {
    pipeline: (order: Order) => placeByPipeline(opened, order),
    raw: (order: Order) => Promise.resolve(byHand(order)), // awaited likewise
  }
  for (const order of orders.splice(0, WARM_UP)) await Promise.all([sides.raw(order), sides.pipeline(order)])
  const turns: { pipeline: number; raw: number }[] = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    const batch = orders.slice(turn * ORDERS_PER_TURN, (turn + 1) * ORDERS_PER_TURN)
    const time = (place: (order: Order) => Promise<unknown>) =>
      timed(async () => {
        for (const order of batch) await place(order)
      })
    const first = turn % 2 === 0 ? 'raw' : 'pipeline'
    const early = await time(sides[first])
    const late = await time(sides[first === 'raw' ? 'pipeline' : 'raw'])
    turns.push(first === 'raw' ? { raw: early, pipeline: late } : { raw: late, pipeline: early })
  }
  await opened.core.close()
  raw.close()
  return summary(turns)
}

function summary(turns: readonly { pipeline: number; raw: number }[]): Compared {
  const perOrder = (side: 'pipeline' | 'raw') => median(turns.map((turn) => turn[side])) / ORDERS_PER_TURN
  const ratio = median(turns.map(({ pipeline, raw }) => raw / pipeline))
  const total = (side: 'pipeline' | 'raw') => turns.reduce((sum, turn) => sum + turn[side], 0)
  const figures = {
    ratio: rounded(ratio),
    ratioOfTotals: rounded(total('raw') / total('pipeline')),
    pipelineMsPerOrder: rounded(perOrder('pipeline')),
    rawMsPerOrder: rounded(perOrder('raw')),
    turns: turns.length,
    ordersPerTurn: ORDERS_PER_TURN,
  }
  return { ratio, figures }
}

const LEAST = 0.4
const LEAST_KEPT = 0.8

export async function placeOrders(shops: readonly { orders: number; shop: GeneratedShop }[]): Promise<Result[]> {
  const results: Result[] = []
  const ratios: { orders: number; ratio: number }[] = []
  for (const { orders, shop } of shops) {
    const { ratio, figures } = await compare(shop, 'FULL')
    ratios.push({ orders, ratio })
    const at = `at ${orders.toLocaleString('en')} orders`
    results.push({
      name: `place an order of 3 lines, ${at}`,
      budget: `≥ ${percent(LEAST)} of raw`,
      measured: percent(ratio),
      pass: ratio >= LEAST,
      figures,
    })
    const cpu = await compare(shop, 'OFF')
    results.push({
      name: `  the same without waiting for the disk, ${at}`,
      budget: '',
      measured: percent(cpu.ratio),
      pass: null,
      figures: cpu.figures,
    })
  }
  return [...results, ...keptWithSize(ratios)]
}

function keptWithSize(ratios: readonly { orders: number; ratio: number }[]): Result[] {
  const [small, large] = [ratios[0], ratios.at(-1)]
  if (!small || !large || small === large) return []
  const kept = large.ratio / small.ratio
  const measured = percent(kept)
  return [
    {
      name: 'that ratio with size',
      budget: `≥ ${percent(LEAST_KEPT)}`,
      measured,
      pass: kept >= LEAST_KEPT,
      figures: { ratios },
    },
  ]
}
