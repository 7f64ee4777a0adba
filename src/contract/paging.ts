/** Lists page by keyset: a page ends with the cursor that the next one starts after (DESIGN §5). */
import { z } from 'zod'
import { COUNTED } from './counted.ts'

export const page = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.int().min(1).max(200).default(50),
})

export const order = z.enum(['asc', 'desc'])
export type Order = z.infer<typeof order>

/** A page of a list by age: the newest first, or the oldest. */
export const agedPage = page.extend({ order: order.default('desc') })

/** A page of a list that comes in other orders too: its cursor is an id and, after a colon, what the list is sorted by. */
export const sortedPage = page.extend({
  after: z
    .string()
    .max(200)
    .regex(/^\d{1,15}(:\P{Cc}*)?$/v)
    .optional(),
  order: order.default('desc'),
})

export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() })

export const count = z.int().min(0).max(COUNTED)
