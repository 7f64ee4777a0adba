/** The first command of all: a shop with its owner, roles and one warehouse, in a database that has nothing yet. */
import { DEFAULT_ROLES, ROLE_KEYS } from '../../../contract/permissions.ts'
import { DEFAULT_IN_STORE_PREFIX, DEFAULT_SCALE_RULES } from '../../../contract/scale-codes.ts'
import { CURRENCIES, type Currency, type ShopProfile } from '../../../contract/settings.ts'
import type { Id, Money, Rate, Time } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { recordCommand } from '../audit/commands.ts'
import { businessDayOf } from '../business-day.ts'
import type { Ids } from '../context.ts'
import { foundWarehouse } from '../stock/warehouse-commands.ts'
import { addRoles, hireOwner } from '../staff/founding-commands.ts'
import { shop, shopProfiles } from './tables.ts'

export interface Founding {
  readonly requestId: string
  readonly shopName: string
  readonly trade: string
  readonly ownerName: string
  readonly passwordHash: string
  readonly pinHash?: string | undefined
  readonly recoveryHash?: string | undefined
  readonly currency: Currency
  readonly timeZone: string
  readonly device: string
}

/** Writes the first rows; the caller holds the transaction. @returns the owner's staff id */
export function foundShop(db: WriteDb, ids: Ids, now: Time, founding: Founding): Id {
  const profile = firstProfile(founding)
  const profileId = Number(db.insert(shopProfiles).values({ profile, recordedAt: now }).run().lastInsertRowid)
  const { trade, currency } = founding
  db.insert(shop)
    .values({
      id: 1,
      uid: ids.uid(now),
      epoch: ids.uid(now),
      trade,
      currency,
      currencyDecimals: CURRENCIES[currency],
      profileId,
      createdAt: now,
    })
    .run()
  addRoles(
    db,
    ROLE_KEYS.map((key) => ({ key, permissions: DEFAULT_ROLES[key] })),
  )
  const { ownerName, passwordHash, pinHash, recoveryHash } = founding
  const owner = hireOwner(db, { uid: ids.uid(now), name: ownerName, passwordHash, pinHash, recoveryHash, now })
  foundWarehouse(db, ids.uid(now))
  const { requestId, device, shopName } = founding
  recordCommand(db, ids, {
    requestId,
    payload: JSON.stringify({ shopName, trade, currency }),
    actor: owner,
    device,
    name: 'setup.openShop',
    refs: { staff: owner },
    refused: null,
    recordedAt: now,
    businessDay: businessDayOf(now, profile.timeZone, profile.dayStartHour),
  })
  return owner
}

/** Corner shops have the small printer; who sells clothes or tea prints more on a receipt. */
const NARROW_PAPER: ReadonlySet<string> = new Set(['general'])

/** What most small shops of the trade want; all of it can be changed in the settings. */
function firstProfile({ shopName, timeZone, currency, trade }: Founding): ShopProfile {
  return {
    name: shopName,
    address: '',
    phone: '',
    taxNumber: '',
    receiptFooter: '',
    timeZone,
    dayStartHour: 4,
    pricesIncludeTax: true,
    defaultTaxRate: 0 as Rate,
    negativeStock: 'allow',
    roundOff: { automatic: 'none', most: (5 * 10 ** CURRENCIES[currency]) as Money },
    scaleRules: [...DEFAULT_SCALE_RULES],
    inStorePrefix: DEFAULT_IN_STORE_PREFIX,
    blindCount: true,
    drawerDifferenceLimit: (CURRENCIES[currency] === 0 ? 5 : 500) as Money,
    receiptWidth: NARROW_PAPER.has(trade) ? 58 : 80,
    autoLockMinutes: 10,
  }
}
