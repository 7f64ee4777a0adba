// The rules of the house (docs/architecture.md). scripts/house-rules.test.ts breaks each one on purpose.

/** @param {string[]} names */
const npm = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`
const ownTest = String.raw`\.test\.ts$`

/** Runtime modules that read or write anything but the database. */
const inputAndOutput =
  '^(node:)?(child_process|cluster|dgram|dns|fs|fs/promises|http|http2|https|net|os|process|timers|tls|worker_threads)$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'renderer-knows-only-the-contract',
      comment: 'renderer → contract ← main: a screen asks through the contract, never the shop itself',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^(src/(main|preload)|tests|bench|scripts)/' },
    },
    {
      name: 'main-knows-no-screen',
      comment: 'renderer → contract ← main: the shop does not know who asks',
      severity: 'error',
      from: { path: '^src/(main|preload)/' },
      to: { path: '^src/renderer/' },
    },
    {
      name: 'preload-knows-only-the-contract',
      comment: 'the preload runs sandboxed beside the screen: nothing of the shop in it',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { path: '^src/main/' },
    },
    {
      name: 'contract-imports-zod-and-orpc-only',
      comment: 'both sides load the contract: it brings nothing along',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: ownTest },
      to: { pathNot: ['^src/contract/', npm('zod', '@orpc/contract')] },
    },
    {
      name: 'electron-only-in-the-shell',
      comment: 'the core knows no host: electron is under main/desktop, main/index.ts and preload',
      severity: 'error',
      from: { pathNot: ['^src/main/desktop/', String.raw`^src/main/index\.ts$`, '^src/preload/', '^tests/'] },
      to: { path: npm('electron') },
    },
    {
      name: 'database-only-in-main',
      comment: 'drizzle and better-sqlite3 are the affair of main, and of what measures or fills it',
      severity: 'error',
      from: { pathNot: ['^src/main/', '^(tests|bench|scripts)/', String.raw`^drizzle\.config\.ts$`] },
      to: { path: npm('drizzle-orm', 'better-sqlite3') },
    },
    {
      name: 'domain-folders-meet-through-commands-and-queries',
      comment:
        "a domain folder may use another's commands, queries and table of states, never its tables or other insides",
      severity: 'error',
      from: { path: '^src/main/domain/([^/]+)/', pathNot: ownTest },
      to: {
        path: '^src/main/domain/[^/]+/',
        pathNot: ['^src/main/domain/$1/', String.raw`/[^/]*(commands|queries|lifecycle)[^/]*(\.ts$|/)`],
      },
    },
    {
      name: 'domain-knows-no-host',
      comment: 'the rules run under plain Node, whoever hosts them',
      severity: 'error',
      from: { path: '^src/main/domain/', pathNot: ownTest },
      to: { path: String.raw`^src/main/(desktop/|lan/|index\.ts$|serve\.ts$)` },
    },
    {
      name: 'domain-does-no-input-or-output',
      comment: 'synchronous, no I/O but the database: what else must happen is recorded in ctx.after',
      severity: 'error',
      from: { path: '^src/main/domain/', pathNot: ownTest },
      to: { dependencyTypes: ['core'], path: inputAndOutput },
    },
    {
      name: 'no-cycles',
      comment: 'what needs each other is one thing, or hides a third',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-barrels',
      comment:
        'a name is imported from the file that holds it; the two indexes are contract/index.ts and api/router.ts',
      severity: 'error',
      from: { path: '^src/', pathNot: String.raw`^src/(contract/index|main/api/router)\.ts$` },
      to: { dependencyTypes: ['export'], path: '^src/' },
    },
    {
      name: 'product-without-tests',
      comment: 'what ships does not import tests or tools',
      severity: 'error',
      from: { path: '^src/', pathNot: [ownTest, '^src/main/testing/'] },
      to: { path: ['^(tests|bench|scripts)/', '^src/main/testing/', ownTest] },
    },
    {
      name: 'everything-resolves',
      comment: 'an import that leads nowhere would slip past every other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: knowing a type of the other side is knowing the other side.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.vue', '.json', '.d.ts'],
    },
  },
}
