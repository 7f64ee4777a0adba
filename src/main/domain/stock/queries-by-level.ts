import { lt, sql, type SQL } from 'drizzle-orm'
import type { ReadDb } from '../../database/connection.ts'
import { BEFORE } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import { stockLevels } from './tables.ts'

/** The SKUs whose stock is so anywhere, for lists. One that never moved has no level and is in none. */
export function skusWhoseStock(is: 'negative' | 'some' | 'notZero'): SQL {
  const { skuId, onHand } = stockLevels
  const condition = { negative: sql`${onHand} < 0`, some: sql`${onHand} > 0`, notZero: sql`${onHand} <> 0` }[is]
  return sql`select ${skuId} from ${stockLevels} where ${condition} and ${skuId} < ${BEFORE}`
}

const statements = prepared((db: ReadDb) => ({
  negative: db
    .select({ count: sql<number>`count(distinct ${stockLevels.skuId})` })
    .from(stockLevels)
    .where(lt(stockLevels.onHand, sql`0`))
    .prepare(),
}))

/** How many SKUs were sold below zero somewhere. */
export function negativeStockCount(db: ReadDb): number {
  return statements(db).negative.get()?.count ?? 0
}
