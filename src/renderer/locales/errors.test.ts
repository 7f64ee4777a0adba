import { expect, test } from 'vitest'
import { z } from 'zod'
import { ERRORS } from '../../contract/errors.ts'
import en from './en/error.ts'
import zhCN from './zh-CN/error.ts'
import zhTW from './zh-TW/error.ts'

const LOCALES: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en }

test.each(Object.entries(LOCALES))('every sentence of %s uses only facts that its error carries', (_, sentences) => {
  for (const [code, { data }] of Object.entries(ERRORS)) {
    const facts = data instanceof z.ZodObject ? Object.keys(data.shape) : []
    const used = [...(sentences[code] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(facts, code).toEqual(expect.arrayContaining(used))
  }
})
