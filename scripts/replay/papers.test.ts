import { describe, expect, test } from 'vitest'
import { aDocument, aLine } from './a-document.ts'
import { codeKindOf, papersOf } from './papers.ts'
import type { SourceLine } from './source.ts'

const kindsOf = (number: string, ...lines: SourceLine[]) =>
  papersOf(aDocument(number, lines)).papers.map(({ kind }) => kind)
const refusalsOf = (number: string, ...lines: SourceLine[]) =>
  papersOf(aDocument(number, lines)).refused.map(({ reason }) => reason)

test('postage, fees, samples and vouchers keep no stock, a discount is no product', () => {
  const services = ['POST', 'DOT', 'C2', 'M', 'S', 'BANK CHARGES', 'AMAZONFEE', 'CRUK', 'GIFT_0001_20']
  expect(services.map(codeKindOf)).toEqual(services.map(() => 'service'))
  expect(codeKindOf('D')).toBe('discount')
  expect(['85123A', 'DCGSSBOY', 'PADS', 'DCGS0003'].map(codeKindOf)).toEqual(['goods', 'goods', 'goods', 'goods'])
})

describe('a document becomes', () => {
  test('a sale, with its postage and what costs nothing', () => {
    expect(kindsOf('536365', aLine('85123A', 6, 2.55), aLine('POST', 1, 18), aLine('22139', 56, 0))).toEqual(['sale'])
  })

  test('a return when its number starts with C, reductions included', () => {
    expect(kindsOf('C536379', aLine('85123A', -1), aLine('POST', -1), aLine('D', -1, 27.5))).toEqual(['customerReturn'])
  })

  test('an adjustment when goods go without a sale, for the reason that stands there', () => {
    const damaged = aDocument('537000', [aLine('85123A', -10, 0, { description: 'damaged' })])
    expect(papersOf(damaged).papers).toMatchObject([{ kind: 'adjustment', number: '537000', reason: 'damaged' }])
    const unsaid = aDocument('537001', [aLine('85123A', -10, 0, { description: '' })])
    expect(papersOf(unsaid).papers).toMatchObject([{ kind: 'adjustment', reason: 'no reason given' }])
  })

  test('several papers where it holds several things, each with a number of its own', () => {
    const lost = (description: string) => aLine('85123A', -1, 0, { description })
    const { papers } = papersOf(aDocument('537002', [aLine('22139', 1), lost('wet'), lost('mouldy'), lost('wet')]))
    expect(papers.map(({ kind, number, reason, lines }) => [kind, number, reason, lines.length])).toEqual([
      ['sale', '537002', '', 1],
      ['adjustment', '537002', 'wet', 2],
      ['adjustment', '537002/2', 'mouldy', 1],
    ])
  })

  test('papers of 2,000 lines at most', () => {
    const { papers } = papersOf(
      aDocument(
        '537003',
        Array.from({ length: 4_001 }, () => aLine('22139', 1)),
      ),
    )
    expect(papers.map(({ number, lines }) => [number, lines.length])).toEqual([
      ['537003', 2_000],
      ['537003/2', 2_000],
      ['537003/3', 1],
    ])
  })

  test('nothing where no line of it can be booked', () => {
    expect(papersOf(aDocument('A563185', [aLine('B', 1, 11_062.06)])).papers).toEqual([])
  })
})

test('what no command can say is refused with its reason, and the rest of its document is booked', () => {
  expect(refusalsOf('A563186', aLine('B', 1, -11_062.06))).toEqual(['bad-debt document'])
  expect(refusalsOf('537004', aLine('22139', 1, -1))).toEqual(['negative price'])
  expect(refusalsOf('537004', aLine('22139', 0))).toEqual(['nothing moved'])
  expect(refusalsOf('C537004', aLine('22139', 1))).toEqual(['goods handed out by a return'])
  expect(refusalsOf('537004', aLine('D', 1))).toEqual(['discount that raises the price'])
  expect(refusalsOf('537004', aLine('22139', -1, 5))).toEqual(['adjustment with a price'])
  expect(refusalsOf('537004', aLine('POST', -1, 0))).toEqual(['adjustment of what keeps no stock'])
  expect(refusalsOf('537004', aLine('', 1))).toEqual(['stock code missing or too long'])
  expect(refusalsOf('', aLine('22139', 1))).toEqual(['document number missing or too long'])
  expect(refusalsOf('537004', aLine('22139', 1, 1, { beyond: 1n }))).toEqual(['number too fine or too large'])
  const mixed = papersOf(aDocument('537005', [aLine('22139', 1, -1), aLine('22139', 2)]))
  expect(mixed.papers).toMatchObject([{ kind: 'sale', lines: [{ quantity: 2_000 }] }])
})
