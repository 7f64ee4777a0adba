/** ESLint's RuleTester, speaking through vitest and parsing TypeScript, also inside .vue files. */
import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { afterAll, describe, it } from 'vitest'
import vueParser from 'vue-eslint-parser'

Object.assign(RuleTester, { describe, it, itOnly: it.only.bind(it), afterAll })

export const ruleTester = new RuleTester({ languageOptions: { parser: tseslint.parser } })

export const vueRuleTester = new RuleTester({
  languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } },
})
