import { computed, ref, watch } from 'vue'
import { deviceRef } from '../app/device.ts'
import { changeKey, withChanges } from './keyMap.ts'
import type { Changed, KeyMap, Slot } from './keyMap.ts'
import { applyKeys, DEFAULT_KEYS } from './keys.ts'
import { PRESETS } from './presets.ts'
import type { Preset } from './presets.ts'

/** This device's keys, in force from the moment that this file is read in. */
const keys = deviceRef<KeyMap>('keys', (stored) => withChanges(DEFAULT_KEYS, stored))
watch(keys, applyKeys, { immediate: true })

/** Shows and changes this device's keys; one that would be two things is refused. */
export function useKeys() {
  const swapped = ref<string | null>(null)
  const refused = ref<Extract<Changed, { refused: string }> | null>(null)

  return {
    keys,
    refused,
    /** Which action got another letter with the last change, without being asked. */
    swapped,
    /** Which preset this is just now, if it is one unchanged. */
    preset: computed(
      () => (Object.keys(PRESETS) as Preset[]).find((name) => isSame(PRESETS[name], keys.value)) ?? null,
    ),
    choose(preset: Preset): void {
      refused.value = null
      swapped.value = null
      keys.value = PRESETS[preset]
    },
    change(action: string, slot: Slot, key: string | undefined): void {
      const changed = changeKey(keys.value, action, slot, key)
      refused.value = 'refused' in changed ? changed : null
      swapped.value = ('map' in changed && changed.swapped) || null
      if ('map' in changed) keys.value = changed.map
    },
  }
}

const isSame = (one: KeyMap, other: KeyMap): boolean =>
  Object.keys(one).every((name) => one[name]?.fKey === other[name]?.fKey && one[name]?.letter === other[name]?.letter)
