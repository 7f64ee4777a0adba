/** Goods that come back while others are bought (换货), as the counter holds them. */
import type { ReturnLine } from '../../contract/returns.ts'

export interface ReturnedGoods {
  readonly key: string
  readonly line: ReturnLine
  readonly title: string
  readonly variant: string
  readonly unit: string
  readonly quantity: number
  /** The sale that they come from; null without a receipt. */
  readonly documentId: number | null
}
