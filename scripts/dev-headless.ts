/** The headless host straight from its source (restarted by --watch), and vite in front of it for the screens. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { createServer } from 'vite'
import { pinnedNode, root } from './setup/paths.js'

const HOST_PORT = 4879
const host = `http://127.0.0.1:${HOST_PORT}`

const shop = spawn(
  pinnedNode,
  [
    // By path, and quiet: else --watch sends the names of imported files through our worker threads, as if they had answered.
    '--import',
    'data:text/javascript,delete process.env.WATCH_REPORT_DEPENDENCIES',
    `--watch-path=${join(root, 'src/main')}`,
    `--watch-path=${join(root, 'src/contract')}`,
    '--watch-preserve-output',
    join(root, 'src/main/serve.ts'),
    '--port',
    String(HOST_PORT),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)
process.on('exit', () => shop.kill())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit())

const toHost = { target: host, changeOrigin: true, headers: { origin: host } }
const screens = await createServer({
  root: join(root, 'src/renderer'),
  configFile: false,
  plugins: [vue()],
  server: { host: '127.0.0.1', proxy: { '/rpc': toHost, '/api': toHost, '/health': toHost } },
})
await screens.listen()
screens.printUrls()
