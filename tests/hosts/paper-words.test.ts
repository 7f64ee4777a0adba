/** The receipt printer and the template on the screen say the same words, in every language. */
import { expect, test } from 'vitest'
import { TENDERS } from '../../src/contract/documents.ts'
import { PAPER_LANGUAGES } from '../../src/contract/printing.ts'
import { wordsFor } from '../../src/main/printing/words/words-for.ts'

interface Texts {
  readonly title: Readonly<Record<string, string>>
  readonly [word: string]: unknown
}

test.each(PAPER_LANGUAGES)('%s', async (language) => {
  const { default: print } = (await import(`../../src/renderer/locales/${language}/print.ts`)) as { default: Texts }
  const { default: terms } = (await import(`../../src/renderer/locales/${language}/terms.ts`)) as {
    default: { tender: Readonly<Record<string, string>> }
  }
  const { default: documents } = (await import(`../../src/renderer/locales/${language}/documents.ts`)) as {
    default: { note: string }
  }
  const {
    customerReturn,
    collectionSlip,
    note,
    tender,
    copy: _,
    testPage: _t,
    ruler: _r,
    rare: _a,
    ...plain
  } = wordsFor(language)
  expect(print).toMatchObject(plain)
  expect(customerReturn).toBe(print.title.customerReturn)
  expect(collectionSlip).toBe(print.title.collectionSlip)
  expect(note).toBe(documents.note)
  for (const name of TENDERS) expect(tender[name], name).toBe(terms.tender[name])
})
