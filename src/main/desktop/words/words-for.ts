import { en } from './en.ts'
import type { Words } from './words.ts'
import { zhCN } from './zh-CN.ts'
import { zhTW } from './zh-TW.ts'

/** @param locale of the system, such as `zh-CN` or `en-GB` */
export function wordsFor(locale: string): Words {
  if (/^zh-(TW|HK|MO|Hant)/i.test(locale)) return zhTW
  if (/^zh/i.test(locale)) return zhCN
  return en
}
