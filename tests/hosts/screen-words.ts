/** The screens' words without a screen. */
import type { ComposerTranslation } from 'vue-i18n'

export async function wordsOf(language: string): Promise<ComposerTranslation> {
  const { default: texts } = (await import(`../../src/renderer/locales/${language}.ts`)) as { default: object }
  const found = (key: string) =>
    key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts)
  return ((key: string) => String(found(key))) as ComposerTranslation
}
