import type { Ref } from 'vue'
import { deviceRef } from '../../app/device.ts'

const known = new Map<string, Ref<string[]>>()

/** The keys of the columns that this device leaves out of the list of that name. */
export function hiddenColumns(name: string): Ref<string[]> {
  const hidden = known.get(name) ?? deviceRef(`columns.${name}`, readKeys)
  known.set(name, hidden)
  return hidden
}

const readKeys = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : []
