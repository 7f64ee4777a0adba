import { eq } from 'drizzle-orm'
import type { TierInput } from '../../../contract/tiers.ts'
import type { Id } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto } from '../../database/prepared.ts'
import type { CommandContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { tierIdByName, tierRecord } from './queries-tiers.ts'
import { customerTiers } from './tables.ts'

const insertTier = insertInto(customerTiers)

/** Names are unique among the tiers in use. What was sold keeps its prices. */
export function saveTier(ctx: CommandContext, input: TierInput & { readonly tierId?: Id | undefined }): Refs {
  const { tierId, name, price, rate } = input
  const earlier = tierId === undefined ? undefined : tierRecord(ctx.db, tierId)
  if (!earlier?.archivedAt) mustBeFree(ctx.db, name, tierId)
  const said = { name, price, rate }
  if (!earlier) return { tier: insertTier(ctx.db, { ...said, uid: ctx.ids.uid(ctx.now), createdAt: ctx.now }) }
  ctx.db.update(customerTiers).set(said).where(eq(customerTiers.id, earlier.id)).run()
  return { tier: earlier.id }
}

export function archiveTier(
  ctx: CommandContext,
  { tierId, archived }: { readonly tierId: Id; readonly archived: boolean },
): Refs {
  const { id, name, archivedAt } = tierRecord(ctx.db, tierId)
  if (!archived) mustBeFree(ctx.db, name, id)
  const at = archived ? (archivedAt ?? ctx.now) : null
  ctx.db.update(customerTiers).set({ archivedAt: at }).where(eq(customerTiers.id, id)).run()
  return { tier: id }
}

function mustBeFree(db: WriteDb, name: string, except?: Id): void {
  const holder = tierIdByName(db, name)
  if (holder !== undefined && holder !== except) refuse('TIER_NAME_TAKEN', { name })
}
