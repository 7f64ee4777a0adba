/**
 * Commands that were refused for want of a permission, so that someone can allow just what was asked and nothing else
 * (店长授权). Kept in memory: after a restart the wish is simply refused, and remembered, once more.
 */
import type { Permission } from '../../contract/permissions.ts'
import type { Id } from '../../contract/values.ts'
import type { OpenShop } from './call.ts'

export interface RefusedWish {
  readonly requestId: string
  readonly inputHash: Buffer
  readonly staffId: Id
  readonly device: string
  readonly permission: Permission
}

const MOST_KEPT = 500
const wishesOf = new WeakMap<OpenShop, Map<string, RefusedWish>>()

export function rememberRefused(opened: OpenShop, wish: RefusedWish): void {
  const wishes = wishesOf.get(opened) ?? new Map<string, RefusedWish>()
  wishesOf.set(opened, wishes)
  wishes.delete(wish.requestId)
  wishes.set(wish.requestId, wish)
  const [oldest] = wishes.keys()
  if (wishes.size > MOST_KEPT && oldest !== undefined) wishes.delete(oldest)
}

export function refusedWish(opened: OpenShop, requestId: string): RefusedWish | undefined {
  return wishesOf.get(opened)?.get(requestId)
}
