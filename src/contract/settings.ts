/** What the owner can set about the shop. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { command, query } from './procedure.ts'
import { DEFAULT_IN_STORE_PREFIX, DEFAULT_SCALE_RULES, inStorePrefix, scaleRule } from './scale-codes.ts'
import { note, optionalText, positiveMoney, rate, requestId, text, type Money } from './values.ts'

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

/** What odd money may be dropped to (抹零): 角, 元 or 5 元. */
export const roundingStep = z.enum(['none', 'jiao', 'yuan', 'fiveYuan'])
export type RoundingStep = z.infer<typeof roundingStep>
export const roundOffRule = z.object({
  /** Dropped from every sale without anybody asking. */
  automatic: roundingStep,
  /** More than this never comes off, by key neither: a smaller step is taken, or none. */
  most: positiveMoney,
})
export type RoundOffRule = z.infer<typeof roundOffRule>
/** Of a shop that never said: by key alone. */
export const NO_ROUND_OFF: RoundOffRule = { automatic: 'none', most: 500 as Money }
/** What a shop that never chose has. */
export const LATER_SETTINGS = { blindCount: true, drawerDifferenceLimit: 0 as Money }

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
  roundOff: roundOffRule,
  /** How the labels of the shop's scales are read, the first that fits. */
  scaleRules: z
    .array(scaleRule)
    .max(20)
    .default([...DEFAULT_SCALE_RULES]),
  /** Outside every scale rule's prefix, or its labels would be taken for a scale's. */
  inStorePrefix: inStorePrefix.default(DEFAULT_IN_STORE_PREFIX),
  /** Nobody is told what should be in the drawer before the count is committed; else who may see the drawer is (盲交). */
  blindCount: z.boolean().default(LATER_SETTINGS.blindCount),
  /** 长款 or 短款 above this needs a reason. */
  drawerDifferenceLimit: positiveMoney.default(LATER_SETTINGS.drawerDifferenceLimit),
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
    .output(shopView)
    .errors(refusals('IN_STORE_PREFIX_OF_SCALE')),
  /** Selling goes on although the clock stands before the last document's time, until it jumps back again. */
  confirmClock: command('settings.confirmClock', { access: 'settings.edit' })
    .route({ method: 'POST', path: '/settings/clock' })
    .input(z.object({ requestId }))
    .output(shopView),
}
