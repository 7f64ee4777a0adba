/** Lists page by keyset: a page ends with the cursor that the next one starts after (DESIGN §5). */
import { z } from 'zod'

export const page = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.int().min(1).max(200).default(50),
})

export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() })
