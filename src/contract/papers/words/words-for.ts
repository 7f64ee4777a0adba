import type { PaperLanguage } from '../../printing.ts'
import { en } from './en.ts'
import type { PaperWords } from './words.ts'
import { zhCN } from './zh-CN.ts'
import { zhTW } from './zh-TW.ts'

const WORDS: Readonly<Record<PaperLanguage, PaperWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en }

export const wordsFor = (language: PaperLanguage): PaperWords => WORDS[language]
