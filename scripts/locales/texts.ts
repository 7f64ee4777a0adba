/** The texts of a locale as flat keys: `{ orders: { title: '订单' } }` → `orders.title`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export type Texts = ReadonlyMap<string, string>

export async function readLocale(folder: string, name: string): Promise<Texts> {
  const json = join(folder, `${name}.json`)
  if (existsSync(json)) return flatten(JSON.parse(readFileSync(json, 'utf8')))
  const module = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as { default: unknown }
  return flatten(module.default)
}

export function flatten(messages: unknown, prefix = ''): Texts {
  if (typeof messages !== 'object' || messages === null) return new Map([[prefix, String(messages)]])
  const below = Object.entries(messages).map(([name, value]) => flatten(value, prefix ? `${prefix}.${name}` : name))
  return new Map(below.flatMap((texts) => [...texts]))
}

/** `{count}` and the like, sorted: every locale must use the same. */
export function placeholdersOf(text: string): string {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  return [...new Set(names)].sort().join(', ')
}

/** Texts that a text links to: `@:orders.title`. */
export function linksOf(text: string): string[] {
  return [...text.matchAll(/@(?:\.\w+)?:\(?([\w.-]+)\)?/g)].map(([, key]) => key!)
}
