/** Starts the built bundles on Node with the module `electron` of ../stand-in/. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '../../../scripts/setup/browser.js'
import { root } from '../../../scripts/setup/paths.js'
import type { Asked, Told } from '../stand-in/control.ts'
import { argumentsOf, environmentOf, type RunningApp, type Start } from './running-app.ts'

type Dialog = Extract<Told, { kind: 'dialog' }>

/** The process alone, for starts that never come to a window. */
export interface StandInProcess {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  /** Everything that the app said in dialogs which the test did not answer itself. */
  readonly dialogs: readonly Dialog[]
  readonly problems: () => string
}

/** @param app the folder that holds `out/`: the project's, or an unpacked package */
export function spawnStandIn(start: Start, app = root): StandInProcess {
  const register = join(import.meta.dirname, '..', 'stand-in', 'register.ts')
  const child = spawn(process.execPath, ['--import', register, join(app, 'out/main/index.js'), ...argumentsOf(start)], {
    env: { ...environmentOf(start), GUITAI_BROWSER: findBrowser() ?? '' },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  const dialogs: Dialog[] = []
  let problems = ''
  child.stderr?.on('data', (chunk: Buffer) => (problems += chunk.toString()))
  child.on('message', (told: Told) => {
    if (told.kind === 'dialog') dialogs.push(told)
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, ended, dialogs, problems: () => problems }
}

export async function startStandIn(start: Start, app = root): Promise<RunningApp> {
  const started = spawnStandIn(start, app)
  const { debuggingPort } = await firstWindow(started)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`)
  const page = browser
    .contexts()[0]
    ?.pages()
    .find((page) => page.url().startsWith('http://shop.app.localhost/'))
  if (!page) throw new Error('the window has no page')
  void started.ended.then(() => browser.close())
  return {
    page,
    main: (run, argument) => ask(started.child, run.toString(), argument) as never,
    signal: (name) => started.child.kill(name),
    ended: started.ended,
  }
}

function firstWindow({ child, ended, dialogs, problems }: StandInProcess): Promise<Extract<Told, { kind: 'window' }>> {
  return new Promise((resolve, reject) => {
    child.on('message', (told: Told) => {
      if (told.kind === 'window') resolve(told)
    })
    void ended.then((code) => reject(new Error(`ended with ${code} ${JSON.stringify(dialogs)}\n${problems()}`)))
  })
}

let lastId = 0

function ask(child: ChildProcess, source: string, argument: unknown): Promise<unknown> {
  const id = ++lastId
  return new Promise((resolve, reject) => {
    const settle = (told: Told) => {
      if (told.kind !== 'answer' || told.id !== id) return
      child.off('message', settle)
      if (told.error === undefined) resolve(told.value)
      else reject(new Error(told.error))
    }
    child.on('message', settle)
    child.once('close', () => reject(new Error('the app ended before it answered')))
    child.send({ id, source, argument } satisfies Asked)
  })
}
