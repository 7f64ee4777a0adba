/** What goods were sold for lately. */
import { sql } from 'drizzle-orm'
import type { BusinessDay, Id, Money, Quantity } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { documentLines, documents } from './tables.ts'

export interface SoldFor {
  readonly paid: Money
  readonly baseQuantity: Quantity
}

const statements = prepared((db: ReadDb) => ({
  soldFor: db
    .selectDistinct({
      paid: sql<Money>`${documentLines.amount} + iif(${documents.pricesIncludeTax}, 0, ${documentLines.tax})`,
      baseQuantity: documentLines.baseQuantity,
    })
    .from(documentLines)
    .innerJoin(documents, sql`${documents.id} = ${documentLines.documentId}`)
    .where(
      sql`${documentLines.skuId} = ${sql.placeholder('skuId')}
        and ${documentLines.documentId} >= (
          select id from documents as first where first.business_day >= ${sql.placeholder('since')}
          order by first.business_day, first.id limit 1)
        and ${documents.kind} = 'sale' and ${documents.state} = 'completed'
        and ${documentLines.giftReason} is null and ${documentLines.baseQuantity} > 0`,
    )
    .prepare(),
}))

/** The line that sold a SKU for the least per base unit since a day, gifts aside; none when none was sold. */
export function lowestSold(db: ReadDb, skuId: Id, since: BusinessDay): SoldFor | undefined {
  return statements(db).soldFor.all({ skuId, since }).reduce<SoldFor | undefined>(lower, undefined)
}

function lower(lowest: SoldFor | undefined, other: SoldFor): SoldFor {
  if (!lowest) return other
  const isLower = BigInt(other.paid) * BigInt(lowest.baseQuantity) < BigInt(lowest.paid) * BigInt(other.baseQuantity)
  return isLower ? other : lowest
}
