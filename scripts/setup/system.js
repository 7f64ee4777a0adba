import { spawnSync } from 'node:child_process'
import { runOrStop } from './run.js'

let listsAreFresh = false

export const canInstallPackages = () => process.getuid?.() === 0 && has('apt-get', '--version')

/** @param {string} name */
export function installPackage(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (!listsAreFresh) runOrStop('Reading the package lists', 'apt-get', ['update', '-q'], { env })
  listsAreFresh = true
  runOrStop(`Installing ${name}`, 'apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env })
}

/**
 * What some tests can use and skip without: never a reason to stop.
 */
export function installTestTools() {
  if (!canInstallPackages()) return
  const wanted = [
    { name: 'strace', present: has('strace', '--version') }, // counts syncs between command and reply
    { name: 'poppler-utils', present: has('pdfinfo', '-v') }, // looks into printed pages
    { name: 'zbar-tools', present: has('zbarimg', '--version') }, // reads printed barcodes back
    { name: 'fonts-noto-cjk', present: hasChineseFont() }, // or screenshots show boxes
  ]
  for (const { name, present } of wanted) {
    if (!present) tryInstall(name)
  }
}

/** @param {string} name */
function tryInstall(name) {
  try {
    installPackage(name)
  } catch {
    console.log(`${name} could not be installed: the tests that need it are skipped`)
  }
}

function hasChineseFont() {
  const fonts = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return fonts.status === 0 && fonts.stdout.trim() !== ''
}

/**
 * @param {string} program
 * @param {string} argument
 */
function has(program, argument) {
  return spawnSync(program, [argument], { stdio: 'ignore' }).status === 0
}
