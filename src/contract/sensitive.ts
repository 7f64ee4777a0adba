/** 敏感操作: what is allowed and yet the owner wants to know how often, and by whom. */
import { z } from 'zod'

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
