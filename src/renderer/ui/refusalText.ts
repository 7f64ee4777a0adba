/** The sentence for a refusal, in the shopkeeper's words: `error.CODE`, with the sums and counts in it written out. */
import type { ComposerTranslation } from 'vue-i18n'
import type { Refusal } from '../api/refusal.ts'
import { moneyWithSymbol, quantityText, timeText } from './formats.ts'

type Write = (value: unknown, t: ComposerTranslation) => string

const money: Write = (value) => moneyWithSymbol(Number(value))
const quantity: Write = (value) => quantityText(Number(value))

/** How each fact that an error carries is written; the others are shown as they are. */
const WRITTEN: Readonly<Record<string, Write>> = {
  owed: money,
  limit: money,
  most: money,
  total: money,
  due: money,
  tendered: money,
  last: (value) => timeText(Number(value)),
  counted: money,
  sum: money,
  difference: money,
  available: quantity,
  left: quantity,
  field: (value, t) => t(`imports.field.${String(value)}`),
  permission: (value, t) => t(`permission.${String(value)}`),
  state: (value, t) => t(`orderState.${String(value)}`),
  action: (value, t) => t(`action.${String(value)}`),
}

export function refusalText(refusal: Refusal, t: ComposerTranslation): string {
  const facts = Object.entries(refusal.data).map(([name, value]) => [name, WRITTEN[name]?.(value, t) ?? String(value)])
  if (refusal.code === 'UNREACHABLE') return t('error.UNREACHABLE')
  return t(`error.${refusal.code}`, Object.fromEntries(facts) as Record<string, string>)
}

const RULES = new Set(['too_small', 'too_big', 'invalid_type', 'invalid_format', 'invalid_value'])

/** What is wrong with a field, from the rule of the contract that it broke; nothing when none. */
export function fieldText(rule: string | undefined, t: ComposerTranslation): string | undefined {
  if (rule === undefined) return undefined
  return t(`rule.${RULES.has(rule) ? rule : 'other'}`)
}
