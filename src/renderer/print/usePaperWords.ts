import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PaperWords } from '../../contract/papers/words/words.ts'
import { wordsFor } from '../../contract/papers/words/words-for.ts'
import { PAPER_LANGUAGES } from '../../contract/printing.ts'

/** The words of papers in the language of the screen that shows them. */
export function usePaperWords(): ComputedRef<PaperWords> {
  const { locale } = useI18n()
  return computed(() => wordsFor(PAPER_LANGUAGES.find((language) => language === locale.value) ?? 'zh-CN'))
}
