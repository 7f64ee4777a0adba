import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import markdown from 'unplugin-vue-markdown/vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname
const source = (path: string) => join(root, 'src', path)

export default defineConfig({
  main: {
    plugins: [copyMigrations(), copyTrayPictures()],
    build: {
      target: 'node24',
      // The package carries better-sqlite3 only; everything else is bundled.
      externalizeDeps: { include: ['better-sqlite3'] },
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: source('main/index.ts'),
          serve: source('main/serve.ts'),
          'database/worker': source('main/database/worker.ts'),
          'importing/worker': source('main/importing/worker.ts'),
          'demo/worker': source('main/demo/worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Beside index.js, so that import.meta.url in a file of src/main/ means the same folder built as unbuilt.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node24',
      // A sandboxed preload must be CommonJS.
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    // The user guide is Markdown (docs/guide), read in as a page.
    plugins: [vue({ include: [/\.vue$/, /\.md$/] }), markdown({}), servedFromRoot()],
    // Left out of the bundle: vue-i18n's older way, its global components and its devtools.
    define: {
      __VUE_I18N_FULL_INSTALL__: false,
      __VUE_I18N_LEGACY_API__: false,
      __INTLIFY_PROD_DEVTOOLS__: false,
    },
    build: {
      target: 'esnext',
      minify: true,
      rolldownOptions: { input: source('renderer/index.html') },
    },
  },
})

/** The migrator reads SQL files: they travel beside the bundle, in the same place as beside the source. */
function copyMigrations(): Plugin {
  return {
    name: 'guitai:copy-migrations',
    writeBundle({ dir = '' }) {
      const from = source('main/database/migrations')
      const to = join(dir, 'database', 'migrations')
      mkdirSync(to, { recursive: true })
      for (const file of readdirSync(from)) {
        if (file.endsWith('.sql')) copyFileSync(join(from, file), join(to, file))
      }
    },
  }
}

/** The tray's picture is read from a file, so that the system finds the size that its screen wants. */
function copyTrayPictures(): Plugin {
  return {
    name: 'guitai:copy-tray-pictures',
    writeBundle({ dir = '' }) {
      for (const file of ['tray.png', 'tray@2x.png']) copyFileSync(join(root, 'resources', file), join(dir, file))
    },
  }
}

/** electron-vite wants relative addresses, for file://. Ours is served from app://shop/ and http, and has deep routes. */
function servedFromRoot(): Plugin {
  return { name: 'guitai:served-from-root', config: () => ({ base: '/' }) }
}
