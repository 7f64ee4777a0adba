/** What this device likes, kept on the device: language, theme, text size. */
import { ulid } from 'ulid'
import { ref, watch } from 'vue'
import type { Ref } from 'vue'
import { writeDown, writtenDown } from './writtenDown.ts'

/** A value that survives a reload; `read` turns whatever is stored into a good value. */
export function deviceRef<T>(name: string, read: (stored: unknown) => T): Ref<T> {
  const key = `guitai.${name}`
  const value = ref(read(stored(key))) as Ref<T>
  watch(value, (now) => store(key, now), { deep: true })
  return value
}

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function store(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A full or forbidden store loses a preference, never a sale.
  }
}

/** Picks the stored value when it is one of `values`. */
export const oneOf =
  <T>(values: readonly T[], otherwise: T) =>
  (stored: unknown): T =>
    values.find((value) => value === stored) ?? otherwise

const NAME = 'guitai.device'

/** This browser's own name, made once: its open basket is not another's. A ULID; empty until `nameDevice` has answered. */
export let deviceId = ''

/**
 * Finds the name, or makes it; it is on the disk when this answers, before there is anything to lose. `localStorage`
 * reaches the disk within seconds only, and a power cut before that would leave a basket that nobody finds again.
 */
export async function nameDevice(): Promise<void> {
  const known = (await writtenDown(NAME)) ?? stored(NAME)
  const name = typeof known === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(known) ? known : ulid()
  await writeDown(NAME, name)
  store(NAME, name) // for a browser without a database of its own
  deviceId = name
}
