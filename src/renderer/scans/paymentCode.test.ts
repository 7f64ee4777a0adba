import { expect, test } from 'vitest'
import { scaleLabel } from '../../contract/scale-codes.ts'
import { isPaymentCode, tenderOfPaymentCode } from './paymentCode.ts'

test.each([
  ['134567890123456789', 'wechat'],
  ['2812345678901234', 'alipay'],
  ['301234567890123456789012', 'alipay'],
  ['6901234567892', null],
  ['164567890123456789', null],
  ['28123456789012345678901234', null],
])('the code %s chooses %j', (code, tender) => {
  expect(tenderOfPaymentCode(code)).toBe(tender)
})

test('a label of the shop’s own scale is goods, though Alipay’s codes begin alike', () => {
  const rule = { prefix: '28', pattern: 'FFWWWWWEEEEENNNNNC', weightDivisor: 1_000 } as const
  const label = withCheckDigit('28000010128000500')
  expect(isPaymentCode(label)).toBe(true)
  expect(isPaymentCode(label, [rule])).toBe(false)
  expect(isPaymentCode('134567890123456789', [rule])).toBe(true)
})

function withCheckDigit(digits: string): string {
  const rule = { prefix: '28', pattern: 'FFWWWWWEEEEENNNNNC', weightDivisor: 1_000 } as const
  const codes = Array.from({ length: 10 }, (_, digit) => `${digits}${digit}`)
  return codes.find((code) => scaleLabel(code, rule) !== undefined) ?? ''
}
