/** The domain gets time and ids from its context. The project's own configuration is asked, so that it cannot lose the rule. */
import { ESLint, Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, test } from 'vitest'
import { root } from '../scripts/setup/paths.js'

async function refusals(file: string, code: string): Promise<number> {
  const config = (await new ESLint({ cwd: root }).calculateConfigForFile(file)) as Linter.Config
  const rules = { 'no-restricted-syntax': config.rules?.['no-restricted-syntax'] ?? 'off' }
  return new Linter().verify(code, [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, rules }], file)
    .length
}

test.each([
  'const now = Date.now()',
  'const now = new Date()',
  'const now = Date()',
  'const number = Math.random()',
  'const id = crypto.randomUUID()',
  'const id = globalThis.crypto.randomUUID()',
  "import { randomUUID } from 'node:crypto'; const id = randomUUID()",
  "import { ulid } from 'ulid'",
])('under domain, %s is refused; elsewhere it is not', async (code) => {
  expect(await refusals('src/main/domain/orders/commands.ts', code)).toBe(1)
  expect(await refusals('src/main/serve.ts', code)).toBe(0)
})

test('a moment that was stored may become a date', async () => {
  expect(await refusals('src/main/domain/orders/commands.ts', 'const at = new Date(order.recordedAt)')).toBe(0)
})

test('Chinese words in a screen’s script are refused, in the locales they are at home', async () => {
  expect(await refusals('src/renderer/orders/useOrders.ts', "notify('已保存')")).toBe(1)
  expect(await refusals('src/renderer/orders/useOrders.ts', 'notify(`${n} 件`)')).toBe(1)
  expect(await refusals('src/renderer/locales/zh-CN.ts', "export default { saved: '已保存' }")).toBe(0)
})
