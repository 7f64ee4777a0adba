import { isScalePrefix } from '../../../contract/scale-codes.ts'
import { shopProfile, type ShopProfile } from '../../../contract/settings.ts'
import type { CommandContext, Refs } from '../context.ts'
import { documentAhead } from '../documents/queries-clock.ts'
import { recordSensitive } from '../sensitive/commands.ts'
import { refuse } from '../errors.ts'
import { profileOf } from './queries.ts'
import { shop, shopProfiles } from './tables.ts'

/**
 * Changes what the owner can set. Documents point to the profile that they were issued under, so a change is a new row and
 * the old one stays; saying the same again changes nothing.
 */
export function updateSettings(ctx: CommandContext, input: ShopProfile): Refs {
  const { profileId } = ctx.shop
  const profile = shopProfile.parse(input)
  const { inStorePrefix: prefix, scaleRules } = profile
  if (isScalePrefix(prefix, scaleRules)) refuse('IN_STORE_PREFIX_OF_SCALE', { prefix })
  if (said(profile) === said(profileOf(ctx.db, profileId))) return { profile: profileId }
  const added = ctx.db.insert(shopProfiles).values({ profile, recordedAt: ctx.now }).run()
  ctx.db
    .update(shop)
    .set({ profileId: Number(added.lastInsertRowid) })
    .run()
  return { profile: Number(added.lastInsertRowid) }
}

/** Nothing to confirm while no document is from the future. */
export function confirmClock(ctx: CommandContext): Refs {
  const ahead = documentAhead(ctx)
  if (ahead) recordSensitive(ctx, { kind: 'clockConfirmed', documentId: ahead.id })
  return { profile: ctx.shop.profileId }
}

/** Parsing puts the fields into one order. */
const said = (profile: ShopProfile): string => JSON.stringify(shopProfile.parse(profile))
