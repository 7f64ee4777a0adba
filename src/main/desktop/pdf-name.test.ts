import { expect, test } from 'vitest'
import { pdfName } from './pdf-name.ts'

test.each([
  ['打印预览 · 小店 · 柜台', '打印预览 · 小店 · 柜台.pdf'],
  ['SO-20261121-0001', 'SO-20261121-0001.pdf'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['line\nbreak\u202egpj', 'line break gpj.pdf'],
  ['  .hidden. ', 'hidden.pdf'],
  ['', 'Guitai.pdf'],
  ['...', 'Guitai.pdf'],
])('the page %j is saved as %j', (title, name) => {
  expect(pdfName(title)).toBe(name)
})

test('a long title makes a name that every system takes, cut between characters', () => {
  expect(pdfName('👍'.repeat(200))).toBe(`${'👍'.repeat(80)}.pdf`)
})
