/** 店长授权: which refusals another's PIN can lift, for that one action, and the permission that it takes. */
import type { ErrorCode } from './errors.ts'
import { PERMISSIONS, type Permission } from './permissions.ts'

/** Refusals that stand for a permission without naming it. FORBIDDEN names its own. */
export const STANDS_FOR: Partial<Readonly<Record<ErrorCode, Permission>>> = {
  PRICE_BELOW_FLOOR: 'sales.belowFloor',
  REFUND_ABOVE_PAID: 'sales.overridePrice',
  REFUND_ABOVE_LOWEST: 'sales.overridePrice',
}

/** How long an authorisation waits for its action. */
export const AUTHORISATION_LASTS_MS = 2 * 60 * 1000

/** The permission that would have let this through; none when no permission would. */
export function permissionAsked({ code, data }: { readonly code: string; readonly data: unknown }): Permission | null {
  if (code !== 'FORBIDDEN') return STANDS_FOR[code as ErrorCode] ?? null
  const named = (data as { readonly permission?: unknown }).permission
  return PERMISSIONS.find((permission) => permission === named) ?? null
}
