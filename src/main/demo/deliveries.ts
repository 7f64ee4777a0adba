/** Each Monday the invented shop is brought what is running out. */
import { negateQuantity, type Id, type Quantity, type Time } from '../../contract/values.ts'
import { receiveGoods } from '../domain/stock/papers.ts'
import { levelsOf } from '../domain/stock/queries.ts'
import type { Chance } from './invented/chance.ts'
import type { Trade } from './trade.ts'
import { batchOf, costOf, type Ware } from './opening.ts'

const WEEKS = 4
const FORGOTTEN = 0.03

interface Wanted {
  readonly ware: Ware
  readonly quantity: Quantity
}

export function takeDelivery(trade: Trade, at: Time): void {
  const { stage, chance, people } = trade
  for (const [supplier, wanted] of bySupplier(running(trade))) {
    const lines = wanted.map(({ ware, quantity }) => ({
      skuId: ware.skuId,
      quantity,
      unitCost: costOf(ware, drift(chance)),
    }))
    const input = { kind: 'goodsReceived' as const, supplier, note: '', lines }
    stage.act(people.manager, at, 'stock.receive', input, receiveGoods)
  }
}

const drift = (chance: Chance): number => 0.94 + chance.next() * 0.12

/** What would not last as long again as the last four weeks' sales did; now and then something is forgotten. */
function running(trade: Trade): Wanted[] {
  const { stage, chance, wares } = trade
  const levels = levelsOf(
    stage.db,
    wares.map(({ skuId }) => skuId),
  )
  const sold = soldLately(trade)
  return wares.flatMap((ware) => {
    const onHand = levels.get(ware.skuId)?.onHand ?? 0
    const target = Math.max(batchOf(ware), Math.ceil((sold.get(ware.skuId) ?? 0) / 1_000) * 1_500)
    const isRunningOut = ware.kind === 'goods' && onHand * 2 < target && !chance.happens(FORGOTTEN)
    return isRunningOut ? [{ ware, quantity: whole(target - onHand) }] : []
  })
}

const whole = (count: number) => (Math.ceil(count / 1_000) * 1_000) as Quantity

function soldLately({ stage, deliveries }: Trade): ReadonlyMap<Id, Quantity> {
  const { $client: sqlite } = stage.db
  const since = deliveries.at(-WEEKS) ?? 0
  deliveries.push(sqlite.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM stock_movements').pluck().get() ?? 0)
  const moved = sqlite.prepare<[number], { skuId: Id; quantity: Quantity }>(
    `SELECT sku_id AS skuId, sum(quantity) AS quantity FROM stock_movements
     WHERE seq > ? AND kind IN ('sale', 'customerReturn') GROUP BY sku_id`,
  )
  return new Map(moved.all(since).map(({ skuId, quantity }) => [skuId, negateQuantity(quantity)]))
}

function bySupplier(wanted: readonly Wanted[]): ReadonlyMap<string, Wanted[]> {
  return Map.groupBy(wanted, ({ ware }) => (['件', '条'].includes(ware.baseUnit) ? '示例服装批发' : '示例茶厂'))
}
