import { expect, test } from 'vitest'
import { tenderOfPaymentCode } from './paymentCode.ts'

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
