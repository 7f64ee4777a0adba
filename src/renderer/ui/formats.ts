/** How this shop writes sums, counts and times. Set once the shop is known; everything in `ui/` reads it. */
import { reactive } from 'vue'
import { decimalText } from './numbers.ts'

interface Formats {
  locale: string
  currency: string
  decimals: number
  timeZone: string
}

export const formats = reactive<Formats>({ locale: 'zh-CN', currency: 'CNY', decimals: 2, timeZone: 'Asia/Shanghai' })

const SYMBOLS: Readonly<Record<string, string>> = {
  CNY: '¥',
  JPY: '¥',
  TWD: 'NT$',
  HKD: 'HK$',
  MOP: 'MOP$',
  SGD: 'S$',
  MYR: 'RM',
  GBP: '£',
  EUR: '€',
  USD: '$',
}
/** Unit prices carry four decimals, quantities three. */
export const PRICE_DECIMALS = 4
export const QUANTITY_DECIMALS = 3

export const currencySymbol = (currency = formats.currency): string => SYMBOLS[currency] ?? currency

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
