import { expect, test } from 'vitest'
import { problemsOf } from './problems.ts'
import { flatten } from './texts.ts'
import { type Uses, usesIn } from './uses.ts'

test('a text that the source asks for by name is found in scripts and templates', () => {
  const script = usesIn('a.ts', "t('a.b'); i18n.global.t(isNew ? 'c.new' : 'c.old'); t(`d.e`); text('not.me')")
  expect([...script.keys]).toEqual(['a.b', 'c.new', 'c.old', 'd.e'])

  const page = usesIn(
    'a.vue',
    `<script setup lang="ts">const title = t('x.title') satisfies string</script>
     <template><p :title="$t('x.hint')">{{ t('x.text', { n }) }}<i18n-t keypath="x.rich" /><!-- t('x.not') --></p></template>`,
  )
  expect([...page.keys].sort()).toEqual(['x.hint', 'x.rich', 'x.text', 'x.title'])
})

test('a name that is put together counts for all that begin with it', () => {
  expect([...usesIn('a.ts', "t(`state.${state}`); t('error.' + code); t(`${anything}`)").prefixes]).toEqual([
    'state.',
    'error.',
  ])
})

test('locales in order have no problem', () => {
  const text = {
    orders: { title: 'a' },
    state: { draft: 'b' },
    error: { FORBIDDEN: 'c {permission}' },
    nav: { home: '@:orders.title' },
  }
  expect(
    problems([text, text, text], "t('orders.title'); t(`state.${x}`); const route = { title: 'nav.home' }"),
  ).toEqual([])
})

test.each([
  [
    'en: a.c is missing',
    [{ a: { b: '1', c: '2' } }, { a: { b: '1', c: '2' } }, { a: { b: '1' } }],
    "t('a.b'); t('a.c')",
  ],
  ['zh-TW: a.b is missing', [{ a: { b: '1' } }, { a: { b: ' ' } }, { a: { b: '1' } }], "t('a.b')"],
  ['zh-CN: a.x is asked for and missing', [{ a: { b: '1' } }], "t('a.b'); t('a.x')"],
  ['zh-CN: nothing begins with state.', [{ a: { b: '1' } }], "t('a.b'); t(`state.${x}`)"],
  ['a.c is never used', [{ a: { b: '1', c: '2' } }], "t('a.b') // t('a.c')"],
  ['error.OLD is never used', [{ error: { FORBIDDEN: '1', OLD: '2' } }], "t('error.' + code)"],
  ['a.b: takes different values: {n} {count}', [{ a: { b: '{n}' } }, { a: { b: '{count}' } }], "t('a.b')"],
])('%s', (problem, [simplified, traditional = simplified, english = simplified], source) => {
  expect(problems([simplified, traditional, english], source)).toContain(problem)
})

test('an error without a sentence is a problem in each locale', () => {
  expect(problems([{}, {}, {}], '')).toEqual(
    ['zh-CN', 'zh-TW', 'en'].map((name) => `${name}: error.FORBIDDEN is missing`),
  )
})

function problems(messages: readonly unknown[], source: string): string[] {
  const locales = ['zh-CN', 'zh-TW', 'en'].map((name, at) => ({ name, texts: flatten(messages[at]) }))
  const uses: Uses = usesIn('a.ts', source)
  return problemsOf(locales, uses, ['FORBIDDEN'])
}
