/** Touch mode (触屏模式), per device: larger rows and buttons, and a number pad in place of the system's keyboard. */
import { computed, ref } from 'vue'
import { deviceRef, oneOf } from '../device.ts'

export const TOUCH_MODES = ['auto', 'on', 'off'] as const

export const touchMode = deviceRef('touch', oneOf(TOUCH_MODES, 'auto'))

const finger = matchMedia('(pointer: coarse)')
const isByFinger = ref(finger.matches)
finger.addEventListener('change', () => (isByFinger.value = finger.matches))

/** By itself where a finger is what one points with. */
export const isTouch = computed(() => (touchMode.value === 'auto' ? isByFinger.value : touchMode.value === 'on'))

/** The other way than it is now, whatever the device says of itself. */
export function turnTouch(): void {
  touchMode.value = isTouch.value ? 'off' : 'on'
}
