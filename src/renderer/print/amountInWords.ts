/** 人民币大写 by 支付结算办法, annex 1: 整 after 元 and 角, none after 分, one 零 for inner zeros. */
import simplified from 'nzh/cn'
import traditional from 'nzh/hk'

/** The sum in capital characters, without the 人民币 before it; null where a paper has none (another currency or language). */
export function amountInWords(minor: number, currency: string, locale: string): string | null {
  if (currency !== 'CNY' || !locale.startsWith('zh')) return null
  const yuan = decimal(minor)
  return (locale === 'zh-CN' ? simplified : traditional).toMoney(yuan, { outSymbol: false, forceZheng: true })
}

function decimal(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
