/** What a shift took, by tender and by kind of document, and what its owner wants to know of (交班单). */
import { z } from 'zod'
import { paymentTender } from './documents.ts'
import { sensitiveKind } from './sensitive.ts'
import { money } from './values.ts'

const counted = z.object({ count: z.int(), amount: money })
const byTender = z.array(counted.extend({ tender: paymentTender }))

/**
 * What a shift or a day took, on its page, on its paper and at the day's end: sums of what was sold, given back and
 * collected. Sums given back are positive here.
 */
export const takings = z.object({
  sales: counted.extend({ average: money }),
  returns: counted,
  /** 作废: sales that were taken back as a whole; nothing else here knows of them. */
  voided: counted,
  discounts: money,
  roundOff: money,
  /** 赠品, at list price. */
  gifts: counted,
  /** What sales brought; a corrected tender counts as what it was corrected to. */
  tenders: byTender,
  refunds: byTender,
  /** 收欠款, apart from sales. */
  collected: byTender,
  /** 赊账 made by sales. */
  onAccount: money,
})
export type Takings = z.infer<typeof takings>

/** Open sales that were put aside. */
export const parkedSales = z.object({ count: z.int(), amount: money })

export const shiftReport = z.object({
  /** Null while the drawer is counted blind: the sums would tell what should be in it. */
  takings: takings.nullable(),
  sensitive: z.array(counted.extend({ kind: sensitiveKind, staffName: z.string() })),
  parked: parkedSales,
})
