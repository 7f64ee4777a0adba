import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Real processes, as in the shop: a crash of native code takes one test file with it, not the run.
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default', './scripts/test-totals.ts'],
    passWithNoTests: false,
    unstubEnvs: true,
    setupFiles: ['src/main/testing/quick-hashes.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,scripts,eslint-rules,bench}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // After the unit tests: screens and processes want the cores for themselves.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
