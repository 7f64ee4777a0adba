/** The papers of a printer and the screens say the same words, in every language. */
import { expect, test } from 'vitest'
import { wordsFor } from '../../src/contract/papers/words/words-for.ts'
import { PAPER_LANGUAGES } from '../../src/contract/printing.ts'

type Texts = Readonly<Record<string, unknown>>

test.each(PAPER_LANGUAGES)('%s', async (language) => {
  const { default: texts } = (await import(`../../src/renderer/locales/${language}.ts`)) as {
    default: Texts & { sensitive: Texts; documents: Texts }
  }
  const { title, print, tender, sensitiveKind, shift, dayEnd, report, strip } = wordsFor(language)
  expect(texts).toMatchObject({ print: { ...print, title }, tender, sensitiveKind, shift, dayEnd })
  expect(texts.sensitive['title']).toBe(report.sensitive)
  expect(texts.documents).toMatchObject({ businessDay: report.businessDay, note: strip.note })
})
