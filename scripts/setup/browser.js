import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { modules, pinnedNode } from './paths.js'
import { SetupError, runOrStop } from './run.js'
import { canInstallPackages, installPackage } from './system.js'

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome']

/** A Chromium, Chrome or Edge for the tests: one that is here, else one that we bring. */
export function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  if (canInstallPackages()) installPackage('chromium')
  const brought = findBrowser() ?? downloadBrowser()
  if (brought) return brought
  throw new SetupError(
    'The tests need a Chromium, Chrome or Edge and none could be installed. Install one, or say where it is: ' +
      'GUITAI_BROWSER=/path/to/chromium npm test',
  )
}

/** @returns {string | undefined} a browser that is here and runs */
export function findBrowser(env = process.env) {
  const named = env.GUITAI_BROWSER ?? env.CHROME_PATH
  if (named) return named
  return [...onPath(env.PATH ?? env.Path ?? ''), ...usualPlaces(env), downloaded()].find(
    (file) => file !== undefined && isProgram(file) && runs(file),
  )
}

/** @param {string} path */
function onPath(path) {
  return path.split(delimiter).flatMap((folder) => ON_PATH.map((name) => join(folder, name)))
}

/** @param {NodeJS.ProcessEnv} env */
function usualPlaces(env) {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform !== 'win32') return []
  const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  )
  const files = [
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
    'Chromium/Application/chrome.exe',
  ]
  return programs.flatMap((folder) => files.map((file) => join(folder, file)))
}

/** Playwright's own browser. Asked of playwright, which knows its place. */
function downloaded() {
  if (!existsSync(join(modules, 'playwright-core')) || !existsSync(pinnedNode)) return undefined
  const ask = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))"
  const answer = spawnSync(pinnedNode, ['-e', ask], { cwd: modules, encoding: 'utf8' })
  return answer.status === 0 ? answer.stdout.trim() : undefined
}

function downloadBrowser() {
  try {
    runOrStop('Downloading a Chromium', pinnedNode, [join(modules, 'playwright-core', 'cli.js'), 'install', 'chromium'])
  } catch {
    return undefined // the caller says what to do
  }
  return findBrowser()
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Some systems leave a `chromium` that only tells where to get one. On the others asking for the version opens a window.
 * @param {string} file
 */
function runs(file) {
  if (process.platform !== 'linux') return true
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
