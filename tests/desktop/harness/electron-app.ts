/** Starts the built bundles in the real Electron. */
import { once } from 'node:events'
import { _electron } from 'playwright-core'
import { root } from '../../../scripts/setup/paths.js'
import { argumentsOf, environmentOf, type RunningApp, type Start } from './running-app.ts'

export async function startElectron(program: string, start: Start): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: program,
    args: [root, ...argumentsOf(start)],
    env: environmentOf(start),
  })
  const process = app.process()
  const page = await app.firstWindow()
  await page.waitForLoadState()
  return {
    page,
    main: (run, argument) => app.evaluate(run as never, argument) as never,
    signal: (name) => process.kill(name),
    ended: once(process, 'exit').then(([code]) => code as number | null),
  }
}
