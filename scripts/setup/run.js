import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, delimiter } from 'node:path'
import { pinnedNode, root } from './paths.js'

/** The environment of everything that we start: our own Node comes first on its PATH. */
export function environment(extra = {}) {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [pathName]: dirname(pinnedNode) + delimiter + (process.env[pathName] ?? ''), ...extra }
}

/**
 * Runs a command to its end and stops this process with a calm message when it fails. What it prints is shown only then.
 * @param {string} what said before, and when it fails
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 */
export function runOrStop(what, command, args, { env = process.env, shell = false } = {}) {
  console.log(`${what} …`)
  const done = spawnSync(command, args, { cwd: root, env, shell, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (done.status === 0) return
  process.stderr.write(done.error ? `${done.error.message}\n` : done.stdout + done.stderr)
  throw new SetupError(`${what}: failed`)
}

/** A failure that was already explained to the person. */
export class SetupError extends Error {}

/**
 * Runs a command in the foreground, hands signals on to it and answers with its exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function runForeground(command, args, env = environment()) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' })
    /** @type {NodeJS.Signals[]} */
    const signals = process.platform === 'win32' ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP']
    const handOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, handOn)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, handOn)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 1))
    })
  })
}

/**
 * The frame of every script here: what was explained already ends it without a stack.
 * @param {() => number | Promise<number>} script answers with the exit code
 */
export async function main(script) {
  try {
    process.exitCode = await script()
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error)
    process.exitCode = 1
  }
}
