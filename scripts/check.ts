/** `npm run check`: what can be said about the source without running it. Each `check:…` script of package.json is a step. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root } from './setup/paths.js'

interface Outcome {
  readonly step: string
  readonly passed: boolean
  readonly output: string
}

const STEPS_AT_ONCE = 2

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const steps = Object.keys(scripts).filter((name) => name.startsWith('check:'))

const outcomes = await runAll([...steps])
const failed = outcomes.filter(({ passed }) => !passed)
for (const { step, output } of failed) console.log(`\n──── npm run ${step} ────\n${output.trim()}`)
console.log(failed.length === 0 ? '\nAll in order.' : `\nNot in order: ${failed.map(({ step }) => step).join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

async function runAll(waiting: string[]): Promise<Outcome[]> {
  const done: Outcome[] = []
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) done.push(await run(step))
  }
  await Promise.all(Array.from({ length: STEPS_AT_ONCE }, lane))
  return done
}

function run(step: string): Promise<Outcome> {
  const started = performance.now()
  const child = spawn(pinnedNode, ['--run', step], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output += text.toString()))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${step} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
      resolve({ step, passed: code === 0, output })
    })
  })
}
