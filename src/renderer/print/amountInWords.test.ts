import { expect, test } from 'vitest'
import { amountInWords } from './amountInWords.ts'

/** The examples of 支付结算办法, annex 1. */
const EXAMPLES: readonly (readonly [minor: number, words: string])[] = [
  [140_950, '壹仟肆佰零玖元伍角整'],
  [600_714, '陆仟零柒元壹角肆分'],
  [168_032, '壹仟陆佰捌拾元叁角贰分'],
  [10_700_053, '壹拾万柒仟元伍角叁分'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [32_504, '叁佰贰拾伍元零肆分'],
  [43_400, '肆佰叁拾肆元整'],
  [100_000_000, '壹佰万元整'],
  [10_000_000_000, '壹亿元整'],
  [5, '伍分'],
  [0, '零元整'],
]

test.each(EXAMPLES)('%i 分 in capital characters', (minor, words) => {
  expect(amountInWords(minor, 'CNY', 'zh-CN')).toBe(words)
})

test('in traditional characters for those who read them', () => {
  expect(amountInWords(32_504, 'CNY', 'zh-TW')).toBe('參佰貳拾伍圓零肆分')
})

test('other currencies and languages have none', () => {
  expect(amountInWords(100, 'TWD', 'zh-TW')).toBeNull()
  expect(amountInWords(100, 'CNY', 'en')).toBeNull()
})
