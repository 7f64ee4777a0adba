/** Which shop this start is about, and where the shell keeps what is its own. */
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** @param args as given, among others that Chromium or a developer's tool may have added */
export function shopFromArguments(args: readonly string[], usual: string): string {
  const { values } = parseArgs({
    args: [...args],
    options: { shop: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  return resolve(typeof values.shop === 'string' && values.shop !== '' ? values.shop : usual)
}

/**
 * A shop that was named keeps its window, its screens' memory and its single-instance lock apart, so that trying out the
 * demo never shows the real counter instead.
 */
export function userDataFor(shop: string, usual: string, userData: string): string {
  const key = keyOf(shop, usual)
  return key === null ? userData : join(userData, 'shops', key)
}

/** What starting this very shop takes, and by which name the system knows that start. */
export function startOf(shop: string, usual: string): { readonly name: string; readonly args: readonly string[] } {
  const key = keyOf(shop, usual)
  return key === null ? { name: 'guitai', args: [] } : { name: `guitai-${key}`, args: ['--shop', shop] }
}

/** Null for the usual shop. */
const keyOf = (shop: string, usual: string): string | null =>
  shop === resolve(usual) ? null : createHash('sha256').update(shop).digest('hex').slice(0, 16)
