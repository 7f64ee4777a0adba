import { z } from 'zod'

/** Four to eight digits, for the counter: switching, unlocking, allowing. Never enough on a device where nobody signed in. */
export const pin = z.string().regex(/^\d{4,8}$/)
