/** What `npm run package` packs, around a stub of Electron: stubs exist for Linux's layout only. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../scripts/setup/paths.js'
import { placeIn } from './harness/desktop.ts'
import { openShop } from './harness/first-run.ts'
import { startStandIn } from './harness/stand-in-app.ts'
import { fusesOf, stubElectron } from './harness/stub-electron.ts'

describe.skipIf(process.platform !== 'linux')('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guitai-package-'))
  const packed = join(folder, 'out', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`)
  const archive = join(packed, 'resources', 'app.asar')
  const native = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`
  let files: string[] = []

  beforeAll(() => {
    const options = [
      '--dir',
      '--output',
      join(folder, 'out'),
      '--electron-dist',
      stubElectron(join(folder, 'electron')),
    ]
    execFileSync(process.execPath, [join(root, 'scripts/package.ts'), ...options], { stdio: 'pipe' })
    files = listPackage(archive, { isPack: false })
      .map((path) => path.slice(1))
      .filter((path) => !('files' in statFile(archive, path)))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

  test('holds the built app, its manifest and one library, and nothing else', () => {
    const elsewhere = files.filter((path) => !/^(out\/(main|preload|renderer)\/|package\.json$)/.test(path))
    expect(elsewhere.filter((path) => !path.startsWith('node_modules/better-sqlite3/'))).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining([
        'out/main/index.js',
        'out/main/database/worker.js',
        'out/main/database/migrations/0001-first-shop.sql',
        'out/preload/index.cjs',
        'out/renderer/index.html',
      ]),
    )
  })

  test('holds no source, no source map and nothing that compiles', () => {
    expect(files.filter((path) => /\.(ts|vue|map|md|c|cpp|h|hpp|gyp|gypi)$/.test(path))).toEqual([])
  })

  test('starts where its manifest says, and wants no tools of ours', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>
    expect(files).toContain(manifest.main)
    expect(manifest).toMatchObject({ type: 'module', productName: 'Guitai' })
    expect(manifest).not.toHaveProperty('devDependencies')
    expect(manifest).not.toHaveProperty('scripts')
  })

  test('keeps the native file outside the archive, for this platform only', () => {
    expect(files.filter((path) => path.endsWith('.node'))).toEqual([native])
    expect(statFile(archive, native)).toMatchObject({ unpacked: true })
    const outside = readdirSync(`${archive}.unpacked`, { recursive: true, encoding: 'utf8' })
    expect(outside.filter((path) => /\.\w+$/.test(path))).toEqual([native])
  })

  test('has its fuses set for shops, not for developers', () => {
    expect(fusesOf(join(packed, 'guitai'))).toMatchObject({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      asarIntegrity: true,
      onlyLoadAppFromAsar: true,
      browserV8Snapshot: false,
      fileProtocolExtraPrivileges: false,
    })
  })

  test('brings the languages that it speaks', () => {
    expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak', 'zh-TW.pak'])
  })

  test('holds all that it needs to open a shop', async () => {
    const unpacked = join(folder, 'unpacked')
    extractAll(archive, unpacked)
    const start = placeIn(join(folder, 'place'))
    const app = await startStandIn(start, unpacked)
    await openShop(app.page)
    app.signal('SIGTERM')
    expect(await app.ended).toBe(0)
    expect(existsSync(join(start.shop, 'shop.db'))).toBe(true)
  })
})
