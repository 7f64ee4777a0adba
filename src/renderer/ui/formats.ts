/** How this shop writes sums, counts and times. Set once the shop is known; everything in `ui/` reads it. */
import { reactive } from 'vue'
import { COUNTED } from '../../contract/counted.ts'
import * as decimals from '../../contract/decimals.ts'
import { decimalText } from './numbers.ts'

interface Formats {
  locale: string
  currency: string
  decimals: number
  timeZone: string
}

export const formats = reactive<Formats>({ locale: 'zh-CN', currency: 'CNY', decimals: 2, timeZone: 'Asia/Shanghai' })

/** Unit prices carry four decimals, quantities three. */
export const PRICE_DECIMALS = decimals.PRICE_DECIMALS
export const QUANTITY_DECIMALS = decimals.QUANTITY_DECIMALS

export const currencySymbol = (currency = formats.currency): string => decimals.CURRENCY_SYMBOLS[currency] ?? currency

/** 分 → `1,234.50`; the symbol stands apart, lighter than the figure. */
export const moneyText = (amount: number): string => decimalText(amount, formats.decimals, formats.decimals)

/** With the symbol, for sentences. */
export function moneyWithSymbol(amount: number): string {
  return `${amount < 0 ? '-' : ''}${currencySymbol()}${moneyText(Math.abs(amount))}`
}

export const priceText = (price: number): string => decimalText(price, PRICE_DECIMALS, formats.decimals)

export const quantityText = (count: number): string => decimalText(count, QUANTITY_DECIMALS, 0)

export type TimeStyle = 'time' | 'date' | 'dateTime' | 'short'

const TIME_STYLES: Readonly<Record<TimeStyle, Intl.DateTimeFormatOptions>> = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  date: { year: 'numeric', month: '2-digit', day: '2-digit' },
  dateTime: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  short: { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** In the shop's own time zone, wherever the screen stands. */
export function timeText(time: number, style: TimeStyle = 'short'): string {
  const name = `${formats.locale} ${formats.timeZone} ${style}`
  let formatter = formatters.get(name)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(formats.locale, { ...TIME_STYLES[style], timeZone: formats.timeZone })
    formatters.set(name, formatter)
  }
  return formatter.format(time)
}

/** How many there are, as far as they were counted. */
export const countText = (count: number): string => (count >= COUNTED ? `${String(COUNTED - 1)}+` : String(count))
