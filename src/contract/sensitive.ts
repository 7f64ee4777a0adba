/** 敏感操作: what is allowed and yet the owner wants to know how often, and by whom. */
import { z } from 'zod'
import { agedPage, pageOf } from './paging.ts'
import { query } from './procedure.ts'
import { businessDay, id, money, time } from './values.ts'

export const SENSITIVE_KINDS = [
  'lineRemoved',
  'basketCleared',
  'parkedDeleted',
  'priceOverridden',
  'belowFloor',
  'discounted',
  'gift',
  'returnWithoutReceipt',
  'reprinted',
  'drawerOpened',
  'tenderCorrected',
  'customerAdded',
  'saleVoided',
  'clockConfirmed',
] as const
export const sensitiveKind = z.enum(SENSITIVE_KINDS)
export type SensitiveKind = z.infer<typeof sensitiveKind>

export const sensitiveAction = z.object({
  id,
  kind: sensitiveKind,
  staffName: z.string(),
  /** Who allowed it in place (店长授权). */
  authorisedBy: z.string().nullable(),
  subject: z.string(),
  amount: money,
  reason: z.string(),
  documentId: id.nullable(),
  documentNumber: z.string().nullable(),
  shiftNumber: z.string().nullable(),
  businessDay,
  recordedAt: time,
})
export type SensitiveAction = z.infer<typeof sensitiveAction>

export const sensitive = {
  list: query('sensitive.list', { access: 'audit.view' })
    .route({ method: 'GET', path: '/sensitive' })
    .input(agedPage.extend({ kind: sensitiveKind.optional(), staffId: id.optional(), shiftId: id.optional() }))
    .output(pageOf(sensitiveAction)),
}
