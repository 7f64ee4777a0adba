import { sql, type SQL } from 'drizzle-orm'
import { BEFORE } from '../../database/newest.ts'
import { stockLevels } from './tables.ts'

/** The SKUs whose stock is so anywhere, for lists. One that never moved has no level and is in none. */
export function skusWhoseStock(is: 'negative' | 'some' | 'notZero'): SQL {
  const { skuId, onHand } = stockLevels
  const condition = { negative: sql`${onHand} < 0`, some: sql`${onHand} > 0`, notZero: sql`${onHand} <> 0` }[is]
  return sql`select ${skuId} from ${stockLevels} where ${condition} and ${skuId} < ${BEFORE}`
}
