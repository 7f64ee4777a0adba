/** A birthday is its day, with the year where it was told: 1990-05-06, or --05-06. */
import { z } from 'zod'

const STORED = /^(?:([1-9]\d{3})|-)-(\d\d)-(\d\d)$/
/** How people and programs write it: with the year, and without. */
const WITH_YEAR = [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/, /^(\d{4})(\d\d)(\d\d)$/]
const WITHOUT_YEAR = [/^(?:--)?(\d{1,2})[-/.月](\d{1,2})[日号號]?$/, /^(\d\d)(\d\d)$/]
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

export const birthday = z.string().refine((text) => STORED.test(text) && birthdayOf(text) === text)

/** `1990年5月6日` is 1990-05-06, `5/6` is --05-06. @returns undefined for what is no day of a year */
export function birthdayOf(written: string): string | undefined {
  const text = written
    .normalize('NFKC')
    .trim()
    .replace(/[ T]0?0:00(:00)?$/, '')
    .replaceAll(' ', '')
  const [, year, month, day] = firstMatch(WITH_YEAR, text) ?? []
  if (year !== undefined) return dayOf(Number(month), Number(day), Number(year))
  const [, ofYear, ofMonth] = firstMatch(WITHOUT_YEAR, text) ?? []
  return ofYear === undefined ? undefined : dayOf(Number(ofYear), Number(ofMonth))
}

/** As a person reads it. */
export const birthdayText = (stored: string): string => stored.replace(/^--/, '')

const firstMatch = (patterns: readonly RegExp[], text: string) =>
  patterns.map((pattern) => pattern.exec(text)).find((match) => match !== null)

function dayOf(month: number, day: number, year?: number): string | undefined {
  const isLeap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
  const last = month === 2 && !isLeap ? 28 : (DAYS[month - 1] ?? 0)
  if (day < 1 || day > last) return undefined
  if (year !== undefined && (year < FIRST_YEAR || year > LAST_YEAR)) return undefined
  return [year ?? '-', ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')
}
