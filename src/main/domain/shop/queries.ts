import { eq, sql } from 'drizzle-orm'
import { DEFAULT_IN_STORE_PREFIX, DEFAULT_SCALE_RULES } from '../../../contract/scale-codes.ts'
import { LATER_SETTINGS, NO_ROUND_OFF, shopView, type ShopProfile, type ShopView } from '../../../contract/settings.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext, Shop } from '../context.ts'
import { shop, shopProfiles } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  shop: db
    .select({
      uid: shop.uid,
      epoch: shop.epoch,
      trade: shop.trade,
      currency: shop.currency,
      currencyDecimals: shop.currencyDecimals,
      profileId: shop.profileId,
      profile: shopProfiles.profile,
    })
    .from(shop)
    .innerJoin(shopProfiles, eq(shopProfiles.id, shop.profileId))
    .prepare(),
  profile: db
    .select({ profile: shopProfiles.profile })
    .from(shopProfiles)
    .where(eq(shopProfiles.id, sql.placeholder('id')))
    .prepare(),
}))

/** What was stored before a setting came has it as it was until then. */
export function shopOf(db: ReadDb): Shop | undefined {
  const found = statements(db).shop.get()
  return found && { ...found, profile: withDefaults(found.profile) }
}

/** The shop's profile as it was when a document was issued. */
export function profileOf(db: ReadDb, id: Id): ShopProfile {
  const row = statements(db).profile.get({ id })
  if (!row) throw new Error(`shop profile ${String(id)} is missing`)
  return withDefaults(row.profile)
}

/** A profile from before a setting existed says nothing of it. */
const withDefaults = (profile: ShopProfile): ShopProfile => ({ ...WHEN_UNSAID, ...profile })
const WHEN_UNSAID: Partial<ShopProfile> = {
  ...LATER_SETTINGS,
  roundOff: NO_ROUND_OFF,
  scaleRules: [...DEFAULT_SCALE_RULES],
  inStorePrefix: DEFAULT_IN_STORE_PREFIX,
}

/** Read afresh, since a command may just have changed it. */
export function currentSettings({ db }: Pick<ReadContext, 'db'>): ShopView {
  const found = shopOf(db)
  if (!found) throw new Error('the shop row is missing')
  const { trade, currency, currencyDecimals, profile } = found
  return shopView.parse({ ...profile, trade, currency, currencyDecimals })
}
