/** Light or dark and how large, per device; the same tokens colour our own styles and naive-ui. */
import { computed, ref, shallowRef, watchEffect } from 'vue'
import type { GlobalTheme } from 'naive-ui'
import { deviceRef, oneOf } from '../device.ts'
import { naiveOverrides } from './naive.ts'
import { dark, light } from './tokens.ts'
import { isTouch } from './touch.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export const TEXT_SIZES = [100, 125, 150] as const
export type TextSize = (typeof TEXT_SIZES)[number]

export const theme = deviceRef('theme', oneOf(THEMES, 'auto'))
export const textSize = deviceRef<TextSize>('textSize', oneOf(TEXT_SIZES, 100))

const system = matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = ref(system.matches)
system.addEventListener('change', () => (systemIsDark.value = system.matches))

export const isDark = computed(() => (theme.value === 'auto' ? systemIsDark.value : theme.value === 'dark'))
const tokens = computed(() => (isDark.value ? dark : light))

export const overrides = computed(() => naiveOverrides(tokens.value, textSize.value / 100, isTouch.value))
const naiveDark = shallowRef<GlobalTheme | null>(null)
export const naiveTheme = computed(() => (isDark.value ? naiveDark.value : null))

/** Awaited before anything is shown, so that a dark shop never flashes white. */
export async function showTheme(): Promise<void> {
  watchEffect(() => {
    const { style } = document.documentElement
    for (const [name, colour] of Object.entries(tokens.value)) style.setProperty(cssName(name), String(colour))
    style.colorScheme = isDark.value ? 'dark' : 'light'
    style.fontSize = `${textSize.value}%`
    document.documentElement.dataset['theme'] = isDark.value ? 'dark' : 'light'
    document.documentElement.toggleAttribute('data-touch', isTouch.value)
    if (isDark.value) void readDarkTheme()
  })
  if (isDark.value) await readDarkTheme()
}

async function readDarkTheme(): Promise<void> {
  naiveDark.value ??= (await import('./naiveDark.ts')).darkTheme
}

/** `surface2` → `--surface-2` */
function cssName(token: string): string {
  return `--${token.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`)}`
}
