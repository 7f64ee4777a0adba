/** A check that cannot fail is worth nothing: each rule of the house is broken on purpose in a small tree of files. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type IConfiguration, type ICruiseOptions, type ICruiseResult, cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterEach, expect, test } from 'vitest'
import { root } from './setup/paths.js'

type Files = Record<string, string>

interface HouseRules {
  readonly forbidden: NonNullable<IConfiguration['forbidden']>
  readonly options: ICruiseOptions & { tsConfig: { fileName: string }; enhancedResolveOptions: object }
}

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as HouseRules
const rules = config.forbidden
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const house: Files = {
  'src/contract/orders.ts':
    "import { z } from 'zod'\nimport { oc } from '@orpc/contract'\nexport const orders = [z, oc]",
  'src/contract/index.ts': "export { orders } from './orders.ts'",
  'src/main/index.ts': "import { app } from 'electron'\nimport './serve.ts'\nexport const name = app.name",
  'src/main/serve.ts': "import { router } from './api/router.ts'\nexport const serve = router",
  'src/main/desktop/window.ts': "import { BrowserWindow } from 'electron'\nexport const window = BrowserWindow",
  'src/main/api/router.ts': "import { sell } from '../domain/orders/commands.ts'\nexport const router = { sell }",
  'src/main/domain/orders/tables.ts':
    "import { sqliteTable } from 'drizzle-orm/sqlite-core'\nexport const orders = sqliteTable('orders', {})",
  'src/main/domain/orders/commands.ts':
    "import { orders } from './tables.ts'\nimport { take } from '../stock/commands.ts'\nexport const sell = () => take(orders)",
  'src/main/domain/stock/commands.ts':
    "import { createHash } from 'node:crypto'\nexport const take = (of: unknown) => [of, createHash]",
  'src/main/domain/stock/tables.ts': 'export const levels = 1',
  'src/main/domain/stock/level.ts': 'export const level = 1',
  'src/preload/index.ts': "import { contextBridge } from 'electron'\nexport const bridge = contextBridge",
  'src/renderer/app.ts':
    "import { createApp } from 'vue'\nimport App from './App.vue'\nexport const app = createApp(App)",
  'src/renderer/App.vue':
    '<script setup lang="ts">\nimport { orders } from \'../contract/index.ts\'\n</script>\n<template>{{ orders }}</template>',
  'tests/stand-in.test.ts':
    "import { app } from 'electron'\nimport Database from 'better-sqlite3'\nexport const all = [app, Database]",
}

const broken: [rule: string, files: Files][] = [
  ['renderer-knows-only-the-contract', { 'src/renderer/a.ts': "import '../main/serve.ts'" }],
  [
    'renderer-knows-only-the-contract',
    {
      'src/renderer/a.ts':
        "import type { levels } from '../main/domain/stock/tables.ts'\nexport type A = typeof levels",
    },
  ],
  [
    'renderer-knows-only-the-contract',
    { 'src/renderer/A.vue': '<script setup lang="ts">\nimport "../main/serve.ts"\n</script>' },
  ],
  [
    'renderer-knows-only-the-contract',
    { 'src/renderer/A.vue': '<script setup lang="ts">\nconst page = () => import("../main/serve.ts")\n</script>' },
  ],
  ['main-knows-no-screen', { 'src/main/a.ts': "import '../renderer/app.ts'" }],
  ['preload-knows-only-the-contract', { 'src/preload/a.ts': "import '../main/serve.ts'" }],
  ['contract-imports-zod-and-orpc-only', { 'src/contract/a.ts': "import '../main/serve.ts'" }],
  ['contract-imports-zod-and-orpc-only', { 'src/contract/a.ts': "import 'vue'" }],
  ['contract-imports-zod-and-orpc-only', { 'src/contract/a.ts': "import 'node:fs'" }],
  ['contract-imports-zod-and-orpc-only', { 'src/contract/a.ts': "import '@orpc/server'" }],
  ['electron-only-in-the-shell', { 'src/main/printing/a.ts': "import { app } from 'electron'\nexport const a = app" }],
  ['electron-only-in-the-shell', { 'src/main/serve.ts': "import type { App } from 'electron'\nexport type A = App" }],
  [
    'electron-only-in-the-shell',
    { 'src/renderer/A.vue': '<script setup lang="ts">\nimport { app } from "electron"\napp.quit()\n</script>' },
  ],
  ['database-only-in-main', { 'src/renderer/a.ts': "import { sql } from 'drizzle-orm'\nexport const a = sql" }],
  ['database-only-in-main', { 'src/preload/a.ts': "import Database from 'better-sqlite3'\nexport const a = Database" }],
  ['database-only-in-main', { 'src/contract/a.ts': "import type { SQL } from 'drizzle-orm'\nexport type A = SQL" }],
  [
    'domain-folders-meet-through-commands-and-queries',
    { 'src/main/domain/orders/a.ts': "import '../stock/tables.ts'" },
  ],
  ['domain-folders-meet-through-commands-and-queries', { 'src/main/domain/orders/a.ts': "import '../stock/level.ts'" }],
  ['domain-knows-no-host', { 'src/main/domain/orders/a.ts': "import '../../desktop/window.ts'" }],
  ['domain-does-no-input-or-output', { 'src/main/domain/orders/a.ts': "import 'node:fs'" }],
  ['domain-does-no-input-or-output', { 'src/main/domain/orders/a.ts': "import 'node:worker_threads'" }],
  ['no-cycles', { 'src/main/a.ts': "import './b.ts'", 'src/main/b.ts': "import './a.ts'" }],
  [
    'no-cycles',
    {
      'src/main/a.ts': "import type { B } from './b.ts'\nexport type A = B",
      'src/main/b.ts': "import type { A } from './a.ts'\nexport type B = A | 1",
    },
  ],
  ['no-barrels', { 'src/renderer/ui/index.ts': "export { app } from '../app.ts'" }],
  ['no-barrels', { 'src/main/domain/orders/index.ts': "export * from './commands.ts'" }],
  ['product-without-tests', { 'src/main/a.ts': "import './a.test.ts'", 'src/main/a.test.ts': '' }],
  ['product-without-tests', { 'src/main/a.ts': "import '../../tests/stand-in.test.ts'" }],
  ['product-without-tests', { 'src/main/a.ts': "import './testing/shop.ts'", 'src/main/testing/shop.ts': '' }],
  ['everything-resolves', { 'src/main/a.ts': "import './nowhere.ts'" }],
]

test('a house in order passes', async () => {
  expect(await violations(house)).toEqual([])
})

test.each(broken)('%s: refused in %o', async (rule, files) => {
  expect(await violations({ ...house, ...files })).toContain(rule)
})

test('no rule is without a tree that breaks it', () => {
  expect([...new Set(broken.map(([rule]) => rule))].sort()).toEqual(rules.map(({ name }) => name).sort())
})

async function violations(files: Files): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'guitai-house-'))
  folders.push(folder)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const { output } = await cruise(
    ['src', 'tests'],
    { ...config.options, baseDir: folder, ruleSet: { forbidden: rules }, validate: true },
    config.options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, config.options.tsConfig.fileName)) },
  )
  return (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name)
}
