import type { KnipConfig } from 'knip'

// Dead code: files, exports and dependencies that nothing reaches from these entries.
export default {
  entry: [
    'src/main/{index,serve}.ts',
    'src/main/{database,demo,importing}/worker.ts',
    'src/renderer/index.html',
    'scripts/*.{js,ts}',
    // Run by scripts/demo.js, under the pinned Node.
    'scripts/demo/main.ts',
    'tests/**/*.test.ts',
    // Run as processes by tests.
    'tests/hosts/children/*.ts',
    // Loaded by the process that the desktop tests start.
    'tests/desktop/stand-in/{electron,register}.ts',
  ],
  project: ['{src,scripts,bench,tests,eslint-rules}/**/*.{ts,js,vue}'],
  ignoreBinaries: ['fc-list', 'mkfifo', 'pdfinfo', 'strace', 'zbarimg'],
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig
