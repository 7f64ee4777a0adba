/** What is wrong between the locales, the source and the error catalogue; one sentence each. */
import { type Texts, linksOf, placeholdersOf } from './texts.ts'
import type { Uses } from './uses.ts'

export interface Locale {
  readonly name: string
  readonly texts: Texts
}

export function problemsOf(locales: readonly Locale[], uses: Uses, errorCodes: readonly string[]): string[] {
  return [
    ...differences(locales),
    ...locales.flatMap((locale) => missing(locale, uses, errorCodes)),
    ...unused(locales[0]!, uses, errorCodes),
  ]
}

/** Each text exists in each locale, is not empty, and takes the same values. */
function differences(locales: readonly Locale[]): string[] {
  const keys = [...new Set(locales.flatMap(({ texts }) => [...texts.keys()]))]
  return keys.flatMap((key) => {
    const without = locales.filter(({ texts }) => !texts.get(key)?.trim())
    if (without.length > 0) return without.map(({ name }) => `${name}: ${key} is missing`)
    const placeholders = new Set(locales.map(({ texts }) => placeholdersOf(texts.get(key)!)))
    return placeholders.size > 1 ? [`${key}: takes different values: {${[...placeholders].join('} {')}}`] : []
  })
}

function missing({ name, texts }: Locale, { keys, prefixes }: Uses, errorCodes: readonly string[]): string[] {
  const all = [...texts.keys()]
  return [
    // A key may also name a group: tm('counter.keys').
    ...[...keys]
      .filter((key) => !texts.has(key) && !all.some((text) => text.startsWith(`${key}.`)))
      .map((key) => `${name}: ${key} is asked for and missing`),
    ...[...prefixes]
      .filter((prefix) => !all.some((text) => text.startsWith(prefix)))
      .map((prefix) => `${name}: nothing begins with ${prefix}`),
    ...errorCodes.filter((code) => !texts.has(`error.${code}`)).map((code) => `${name}: error.${code} is missing`),
  ]
}

function unused({ texts }: Locale, { keys, prefixes, constants }: Uses, errorCodes: readonly string[]): string[] {
  const linked = new Set([...texts.values()].flatMap(linksOf))
  const codes = new Set(errorCodes.map((code) => `error.${code}`))
  const groups = [...keys].map((key) => `${key}.`)
  return [...texts.keys()]
    .filter((key) => !keys.has(key) && !constants.has(key) && !linked.has(key) && !codes.has(key))
    .filter((key) => key.startsWith('error.') || ![...prefixes, ...groups].some((prefix) => key.startsWith(prefix)))
    .map((key) => `${key} is never used`)
}
