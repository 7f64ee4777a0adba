/** A real second process, for tests: its lines are waited for, never slept for. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export interface Child {
  readonly process: ChildProcess
  /** All that it has said on stdout. */
  readonly said: readonly string[]
  /** All that it has said on stderr. */
  complaints(): string
  /** The first line that matches, said before or after the call; fails when the process ends without it. */
  says(pattern: RegExp): Promise<string>
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

export function startChild(script: URL, args: readonly string[] = [], command: readonly string[] = []): Child {
  const [program = '', ...rest] = [...command, process.execPath, fileURLToPath(script), ...args]
  const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'pipe'] })
  const said: string[] = []
  const hopes = new Set<() => void>()
  let complaints = ''
  let over = false
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const lines = createInterface({ input: child.stdout })
  const look = () => {
    for (const hope of hopes) hope()
  }
  lines.on('line', (line) => {
    said.push(line)
    look()
  })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      over = true
      look()
      resolve(code ?? signal)
    })
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const hope = () => {
        const found = said.find((line) => pattern.test(line))
        if (found === undefined && !over) return
        hopes.delete(hope)
        if (found === undefined) reject(new Error(`the process ended without ${String(pattern)}: ${complaints}`))
        else resolve(found)
      }
      hopes.add(hope)
      hope()
    })
  return { process: child, said, complaints: () => complaints, says, ended }
}
