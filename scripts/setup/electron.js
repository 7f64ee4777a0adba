import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache, modules, pinnedNode } from './paths.js'
import { environment } from './run.js'

const electronModule = join(modules, 'electron')
const downloads = join(cache, 'electron-download')
const failure = join(cache, 'electron-failed')

const SECONDS_WITHOUT_A_BYTE = 20
const HOURS_UNTIL_NEXT_TRY = 24

/**
 * The Electron program, or why it cannot be had here. Its npm package no longer brings the program along, so the first
 * start downloads it; a failure is remembered, or every start would wait for it again.
 * @returns {Promise<{ program: string } | { missing: string }>}
 */
export async function findElectron() {
  const missing = reasonAgainstWindows()
  if (missing) return { missing }
  if (!installed()) {
    if (failedLately()) return { missing: 'Electron could not be downloaded' }
    console.log('Downloading Electron …')
    if (!(await download())) {
      writeFileSync(failure, version())
      return { missing: 'Electron could not be downloaded' }
    }
  }
  const program = installed()
  return program && runs(program) ? { program } : { missing: 'Electron does not run on this machine' }
}

/**
 * The same without a download: for tests, which use the real one only where it is.
 * @returns {{ program: string } | { missing: string }}
 */
export function electronAtHand() {
  const missing = reasonAgainstWindows()
  if (missing) return { missing }
  const program = installed()
  return program && runs(program) ? { program } : { missing: 'Electron is not installed' }
}

function reasonAgainstWindows() {
  if (process.platform !== 'linux') return undefined
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no display'
  if (process.getuid?.() === 0) return "Chromium's sandbox refuses to run as root"
  return undefined
}

/** @returns {string | undefined} */
function installed() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const pathFile = join(electronModule, 'path.txt')
  const file = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const program = join(override ?? join(electronModule, 'dist'), file)
  return existsSync(program) ? program : undefined
}

const version = () => JSON.parse(readFileSync(join(electronModule, 'package.json'), 'utf8')).version

function failedLately() {
  if (!existsSync(failure) || readFileSync(failure, 'utf8') !== version()) return false
  return Date.now() - statSync(failure).mtimeMs < HOURS_UNTIL_NEXT_TRY * 3_600_000
}

/** Gives up when nothing arrives for a while, not after a fixed time: a slow line still brings 100 MB in the end. */
async function download() {
  rmSync(downloads, { recursive: true, force: true })
  mkdirSync(downloads, { recursive: true })
  const child = spawn(pinnedNode, [join(electronModule, 'install.js')], {
    env: environment({ TMPDIR: downloads, TMP: downloads, TEMP: downloads }),
    stdio: 'ignore',
  })
  const stalled = watchForStall(() => child.kill())
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(stalled)
  rmSync(downloads, { recursive: true, force: true })
  return code === 0
}

/** @param {() => void} giveUp */
function watchForStall(giveUp) {
  let size = 0
  let still = 0
  return setInterval(() => {
    const now = sizeOf(downloads) + sizeOf(join(electronModule, 'dist'))
    still = now === size ? still + 1 : 0
    size = now
    if (still >= SECONDS_WITHOUT_A_BYTE) giveUp()
  }, 1000)
}

/** @param {string} folder */
function sizeOf(folder) {
  if (!existsSync(folder)) return 0
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.reduce((sum, file) => sum + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0), 0)
}

/** @param {string} program */
function runs(program) {
  return spawnSync(program, ['--version'], { env: environment(), timeout: 10_000, stdio: 'ignore' }).status === 0
}
