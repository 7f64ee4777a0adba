/** Customers as a file tells them. */
import { birthdayOf } from '../../contract/birthday.ts'
import type { Money } from '../../contract/values.ts'
import { scaled } from './numbers.ts'
import type { PlanEntry } from './plan.ts'
import { isSpoiled, type RowReader } from './reader-of-row.ts'

/** @param seen rows by phone and code: the same customer twice in one file is one too many */
export function planCustomerRow(reader: RowReader, decimals: number, seen: Map<string, number>): PlanEntry {
  const phone = toldPhone(reader)
  const code = reader.fitting('customerCode', 40)
  const name = reader.fitting('customerName', 80) || phone || code
  if (name === '') reader.refuse('NAME_MISSING')
  for (const key of [phone && `phone ${phone}`, code && `code ${code}`, !phone && !code && `name ${name}`]) {
    if (!key) continue
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, reader.row.row)
    else reader.refuse('ROW_TWICE', { other: earlier })
  }
  const address = shownIn(reader, 'address', 200)
  const note = reader.fitting('note', 500)
  const tier = reader.fitting('tier', 20)
  const birthday = toldBirthday(reader)
  const creditLimit = reader.number('creditLimit', decimals) as Money | null
  const opening = {
    owed: signed(reader, 'owed', decimals),
    storedValue: signed(reader, 'storedValue', decimals),
    points: signed(reader, 'points', 0),
  }
  if (reader.refused.length > 0) return { type: 'refused', rows: [reader.row], problems: reader.refused }
  const wanted = {
    code,
    name,
    phone,
    address: address || null,
    note: note || null,
    creditLimit,
    tier: tier || null,
    birthday,
    opening,
  }
  return { type: 'customer', rows: [reader.row], wanted }
}

/** A customer in credit stands there with a minus; what is held for one is never below nothing. */
function signed(reader: RowReader, field: 'owed' | 'storedValue' | 'points', decimals: number): Money {
  const said = reader.text(field)
  const value = said === '' ? 0 : scaled(said, decimals)
  const isBelow = value !== undefined && value < 0 && field !== 'owed'
  if (value === undefined || isBelow) reader.refuse('NUMBER_NOT_READ', { field, value: said.slice(0, 40) })
  return (value ?? 0) as Money
}

/** What is no day of a year is left out. */
function toldBirthday(reader: RowReader): string | null {
  const said = reader.text('birthday')
  const day = birthdayOf(said)
  if (said !== '' && day === undefined) reader.note('BIRTHDAY_LEFT_OUT', { value: said.slice(0, 40) })
  return day ?? null
}

/** Half a number reaches nobody. */
function toldPhone(reader: RowReader): string {
  const said = shownIn(reader, 'phone', 40)
  if (!isSpoiled(said)) return plainPhone(said)
  reader.note('NUMBER_SPOILED', { field: 'phone', value: said })
  return ''
}

/** What a list shows masked is nothing to keep, and takes the place of nothing that the shop knows whole. */
function shownIn(reader: RowReader, field: 'phone' | 'address', most: number): string {
  const said = reader.fitting(field, most)
  if (!said.includes('****')) return said
  reader.note('MASKED_LEFT_OUT', { field, value: said.slice(0, 40) })
  return ''
}

const plainPhone = (phone: string): string => {
  const digits = phone.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\+?\d+$/.test(digits) ? digits : phone
}
