import type { CommandContext, Refs } from '../context.ts'
import { receiveGoods, type Delivery } from './papers.ts'

/** What was there when the shop began to count with this program: a document as any other, from nobody. */
export function bookOpening(ctx: CommandContext, note: string, lines: Delivery['lines']): Refs {
  return receiveGoods(ctx, { kind: 'openingStock', supplier: '', note, lines })
}
