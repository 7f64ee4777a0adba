/** What the owner can set about the shop. */
import { z } from 'zod'
import { command, query } from './procedure.ts'
import { note, optionalText, rate, requestId, text } from './values.ts'

/** Currencies that a shop can keep, with their number of decimals. */
export const CURRENCIES = { CNY: 2, TWD: 0, HKD: 2, MOP: 2, SGD: 2, MYR: 2, GBP: 2, EUR: 2, USD: 2, JPY: 0 } as const
export type Currency = keyof typeof CURRENCIES
export const currency = z.enum(Object.keys(CURRENCIES) as [Currency, ...Currency[]])

const timeZone = z
  .string()
  .max(64)
  .refine((zone) => isTimeZone(zone))

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone.length > 0
  } catch {
    return false
  }
}

export const shopProfile = z.object({
  name: text(60),
  address: optionalText(200),
  phone: optionalText(40),
  taxNumber: optionalText(40),
  receiptFooter: note(200),
  timeZone,
  /** The hour at which the next business day begins (日切时间). */
  dayStartHour: z.int().min(0).max(12),
  pricesIncludeTax: z.boolean(),
  defaultTaxRate: rate,
  /** What happens when more is sold than the stock says. */
  negativeStock: z.enum(['allow', 'refuse']),
  receiptWidth: z.union([z.literal(58), z.literal(80)]),
  /** Minutes without a key or a touch after which a screen locks; 0 never. */
  autoLockMinutes: z.int().min(0).max(240).default(10),
})
export type ShopProfile = z.infer<typeof shopProfile>

export const shopView = shopProfile.extend({
  trade: z.string(),
  currency,
  currencyDecimals: z.int(),
})
export type ShopView = z.infer<typeof shopView>

export const settings = {
  get: query('settings.get', { access: 'signedIn' })
    .route({ method: 'GET', path: '/settings' })
    .input(z.object({}))
    .output(shopView),
  update: command('settings.update', { access: 'settings.edit' })
    .route({ method: 'PUT', path: '/settings' })
    .input(shopProfile.extend({ requestId }))
    .output(shopView),
}
