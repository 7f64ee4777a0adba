/** What is shown of a phone and an address until someone reveals them (DESIGN §7). */

const HIDDEN = '****'

/** 13800000000 is shown as 138****0000, a shorter number by its last digits alone. */
export function maskedPhone(phone: string): string {
  const plain = phone.replace(/[\s()-]/g, '').replace(/^\+86/, '')
  if (plain === '') return ''
  if (plain.length >= 11) return `${plain.slice(0, 3)}${HIDDEN}${plain.slice(-4)}`
  return plain.length >= 7 ? `${HIDDEN}${plain.slice(-4)}` : HIDDEN
}

const PROVINCE = '(?:[^省市区區县縣]{2,8}(?:省|自治区|特别行政区|特別行政區))?'
const CITY = '(?:[^市区區县縣]{1,8}?(?:市|自治州|盟|地区))?'
// 小区, 园区 and the like are where someone lives, not a district.
const DISTRICT = '(?:[^市区區县縣]{1,8}?(?:市|县|縣|旗|(?<![小社园園校厂廠])[区區]))?'
const TO_DISTRICT = new RegExp(`^${PROVINCE}${CITY}${DISTRICT}`)

/** 浙江省杭州市西湖区文三路 1 号 is shown as 浙江省杭州市西湖区****; where no district can be told, nothing is. */
export function maskedAddress(address: string): string {
  if (address === '') return ''
  return `${TO_DISTRICT.exec(address)?.[0] ?? ''}${HIDDEN}`
}
