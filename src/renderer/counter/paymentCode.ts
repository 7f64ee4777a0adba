import type { Tender } from '../../contract/documents.ts'

/**
 * Whose payment code a scan is, by its public numbering: WeChat 18 digits from 10 to 15, Alipay 16 to 24 digits from 25 to
 * 30. It only chooses the tender and is forgotten at once: this machine collects nothing.
 */
export function tenderOfPaymentCode(code: string): Tender | null {
  if (/^1[0-5]\d{16}$/.test(code)) return 'wechat'
  if (/^(?:2[5-9]|30)\d{14,22}$/.test(code)) return 'alipay'
  return null
}
