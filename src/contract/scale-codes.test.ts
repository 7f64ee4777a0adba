import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit, DEFAULT_SCALE_RULES, isEan13, scaleLabel, scaleRule, type ScaleRule } from './scale-codes.ts'

const rule = (pattern: string, prefix = '21', weightDivisor: ScaleRule['weightDivisor'] = 1_000): ScaleRule => ({
  prefix,
  pattern,
  weightDivisor,
})
const AMOUNT = rule('FFWWWWWEEEEEC')
const WEIGHT = rule('FFWWWWWNNNNNC')
const BOTH = rule('FFWWWWWEEEEENNNNNC')
const WEIGHT_FIRST = rule('FFWWWWWNNNNNEEEEEC')
const ONE_FLAG = rule('FWWWWWWEEEEEC', '2')
const checked = (digits: string) => `${digits}${checkDigit(digits)}`

describe('a label', () => {
  test.each<[string, ScaleRule, string, object]>([
    ['an amount', AMOUNT, '210012301280', { itemCode: '123', amount: 1_280 }],
    ['a weight in grams', WEIGHT, '210012301280', { itemCode: '123', milligrams: 1_280_000 }],
    ['a weight in tens of grams', rule('FFWWWWWNNNNNC', '21', 100), '210012300128', { milligrams: 1_280_000 }],
    ['amount and weight', BOTH, '21001230128000640', { itemCode: '123', amount: 1_280, milligrams: 640_000 }],
    ['weight and amount', WEIGHT_FIRST, '21001230064001280', { amount: 1_280, milligrams: 640_000 }],
    ['a flag of one digit', ONE_FLAG, '200012301280', { itemCode: '123', amount: 1_280 }],
    ['an item code of zeros', AMOUNT, '210000001280', { itemCode: '0', amount: 1_280 }],
  ])('with %s is read', (_, asked, digits, label) => {
    expect(scaleLabel(checked(digits), asked)).toMatchObject(label)
  })

  test.each<[string, ScaleRule, string]>([
    ['a wrong check digit', AMOUNT, '2100123012801'],
    ['another prefix', AMOUNT, checked('220012301280')],
    ['another length', BOTH, checked('210012301280')],
    ['letters', AMOUNT, '21001230128A0'],
    ['nothing to pay', AMOUNT, checked('210012300000')],
    ['nothing weighed', WEIGHT, checked('210012300000')],
  ])('with %s is none', (_, asked, code) => {
    expect(scaleLabel(code, asked)).toBeUndefined()
  })

  test('of 18 digits may be checked from either end, as scales do', () => {
    const digits = '21001230128000640'
    const fits = Array.from({ length: 10 }, (_, last) => scaleLabel(`${digits}${last}`, BOTH)).filter(Boolean)
    expect(fits).toHaveLength(2)
  })
})

test('the check digit is the one on the shelf', () => {
  expect(checkDigit('690123456789')).toBe('2')
  expect(isEan13('6901234567892')).toBe(true)
  expect(isEan13('6901234567893')).toBe(false)
})

test('one wrong digit of 13 is always noticed', () => {
  const digits = fc.stringMatching(/^21\d{10}$/)
  fc.assert(
    fc.property(digits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (twelve, at, by) => {
      const code = checked(twelve)
      const wrong = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1)
      expect(scaleLabel(wrong, AMOUNT)).toBeUndefined()
    }),
  )
})

test.each([
  ['a payment code’s prefix', '13', 'FFWWWWWEEEEEC'],
  ['a prefix longer than its flag', '21', 'FWWWWWWEEEEEC'],
  ['neither amount nor weight', '21', 'FFWWWWWWWWWWC'],
  ['no check digit', '21', 'FFWWWWWEEEEEE'],
  ['14 digits', '21', 'FFWWWWWEEEEEEC'],
])('a rule with %s is refused', (_, prefix, pattern) => {
  expect(scaleRule.safeParse({ prefix, pattern, weightDivisor: 1_000 }).success).toBe(false)
})

test('the rules that a shop begins with are sound', () => {
  for (const each of DEFAULT_SCALE_RULES) expect(scaleRule.safeParse(each).success).toBe(true)
})
