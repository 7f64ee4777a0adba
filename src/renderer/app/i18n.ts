/** The screen's language: chosen per device, read in when first used. */
import { watch } from 'vue'
import { createI18n } from 'vue-i18n'
import { formats } from '../ui/formats.ts'
import { deviceRef, oneOf } from './device.ts'

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const MESSAGES = {
  'zh-CN': () => import('../locales/zh-CN.ts'),
  'zh-TW': () => import('../locales/zh-TW.ts'),
  en: () => import('../locales/en.ts'),
} satisfies Record<Locale, () => Promise<unknown>>

export const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: {}, warnHtmlMessage: false })

export const locale = deviceRef<Locale>('locale', oneOf(LOCALES, preferred()))

function preferred(): Locale {
  for (const language of navigator.languages) {
    if (/^zh-(TW|HK|MO|Hant)/i.test(language)) return 'zh-TW'
    if (/^zh/i.test(language)) return 'zh-CN'
    if (/^en/i.test(language)) return 'en'
  }
  return 'zh-CN'
}

/** Puts the chosen language on the screen; awaited once before anything is shown. */
export async function showLocale(): Promise<void> {
  const chosen = locale.value
  if (!(i18n.global.availableLocales as string[]).includes(chosen)) {
    const { default: messages } = await MESSAGES[chosen]()
    i18n.global.setLocaleMessage(chosen, messages)
  }
  if (chosen !== locale.value) return
  i18n.global.locale.value = chosen
  formats.locale = chosen
  document.documentElement.lang = chosen
}

watch(locale, () => void showLocale())
