import type { Tender } from '../../contract/documents.ts'
import { scaleLabel } from '../../contract/scale-codes.ts'
import type { ScaleRule } from '../../contract/scale-codes.ts'

/**
 * Whose payment code a scan is, by its public numbering: WeChat 18 digits from 10 to 15, Alipay 16 to 24 digits from 25 to
 * 30. It only chooses the tender and is forgotten at once: this machine collects nothing.
 */
export function tenderOfPaymentCode(code: string): Tender | null {
  if (/^1[0-5]\d{16}$/.test(code)) return 'wechat'
  if (/^(?:2[5-9]|30)\d{14,22}$/.test(code)) return 'alipay'
  return null
}

/** Whether it is surely a payment code: a label of the shop's own scale can look like one, and is goods first. */
export function isPaymentCode(code: string, rules: readonly ScaleRule[] = []): boolean {
  return tenderOfPaymentCode(code) !== null && !rules.some((rule) => scaleLabel(code, rule) !== undefined)
}
