/** The headless host, from its arguments to its last signal. */
import { openCore, type RunningCore } from '../core/core.ts'
import type { Layout } from '../core/layout.ts'
import { openLog, type FileLog } from '../core/log.ts'
import { shopFolder } from '../database/folder.ts'
import { ShopIsHeld } from '../database/lock.ts'
import { DatabaseFromTheFuture } from '../database/migrator.ts'
import { readArguments, USAGE, WrongArguments, type ServeArguments } from './arguments.ts'
import { startHost, type Host } from './host.ts'
import { NotLoopback } from './loopback.ts'

export async function serve(args: readonly string[], layout: Layout): Promise<void> {
  try {
    const wanted = readArguments(args)
    const folder = shopFolder(wanted.shop)
    const log = openLog(folder.logs, (line) => console.error(`guitai: ${line}`))
    const core = openCore({ folder: folder.root, layout, log })
    const host = await hostOr(core, wanted, layout)
    console.log(`Guitai: ${host.origin}/`)
    if (!core.opened() || core.isDemo()) console.log(`Setup code: ${core.setupCode}`)
    closeOnSignal(host, core, log)
  } catch (error) {
    console.error(explain(error))
    process.exitCode = error instanceof WrongArguments ? 2 : 1
  }
}

async function hostOr(core: RunningCore, { host, port }: ServeArguments, { renderer }: Layout): Promise<Host> {
  try {
    return await startHost({ core, renderer, host, port })
  } catch (error) {
    await core.close()
    throw isPortTaken(error) ? new PortTaken(`Port ${port} is in use: choose another one with --port.`) : error
  }
}

function closeOnSignal(host: Host, core: RunningCore, log: FileLog): void {
  let closing = false
  const close = async () => {
    if (closing) process.exit(1) // asked twice: at once
    closing = true
    await host.close()
    await core.close()
    await log.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close())
}

class PortTaken extends Error {}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

/** What a person can do something about is said in a sentence; the rest comes with its stack. */
function explain(error: unknown): unknown {
  if (error instanceof WrongArguments) return `${error.message}\n${USAGE}`
  const isPlain = [NotLoopback, PortTaken, ShopIsHeld, DatabaseFromTheFuture].some((kind) => error instanceof kind)
  return isPlain && error instanceof Error ? `Guitai cannot start: ${error.message}` : error
}
