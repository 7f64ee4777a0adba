/** The built headless host on the large shop: how soon it answers, and how much memory it takes. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import Database from 'better-sqlite3'
import { ulid } from 'ulid'
import { layoutBeside } from '../src/main/core/layout.ts'
import { shopFolder } from '../src/main/database/folder.ts'
import { systemClock } from '../src/main/core/system.ts'
import { ensureBuilt } from '../scripts/setup/build.js'
import { pinnedNode, root } from '../scripts/setup/paths.js'
import { OWNER_NAME } from './generate/beginning.ts'
import type { Opened } from './host.ts'
import { CASES } from './lookups/cases.ts'
import { samplesOf } from './lookups/samples.ts'
import { median, milliseconds, rounded, type Result } from './measure.ts'
import { PASSWORD, shopOf, type GeneratedShop } from './shops.ts'

const STARTS = 5
const START_BUDGET_MS = 400
const MEMORY_BUDGET_MB = 250
const REQUESTS = 1_000

type Client = Opened['client']

export const renderer = layoutBeside(join(root, 'out', 'main', 'serve.js')).renderer

export interface Served {
  readonly origin: string
  readonly process: ChildProcess
  stop(): Promise<void>
}

/** Starts the built host on a free port and waits for the line that says where it is. */
export async function serve(folder: string): Promise<Served> {
  const child = spawn(pinnedNode, [join(root, 'out', 'main', 'serve.js'), '--shop', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /(http:\/\/\S+?)\/?$/.exec(line)?.[1]
    if (origin !== undefined) return { origin, process: child, stop }
  }
  throw new Error('the host ended before it answered')
}

export async function headless(shop: GeneratedShop): Promise<Result[]> {
  ensureBuilt()
  const folder = shopOf(shop, systemClock.now())
  const starts: number[] = []
  for (let start = 0; start <= STARTS; start += 1) starts.push(await firstAnswer(folder))
  starts.shift() // fills the file cache, and Node's of compiled code
  const middle = median(starts)
  const figures = { starts: starts.map(rounded) }
  const started: Result = {
    name: 'headless host from start to first answer',
    budget: `≤ ${START_BUDGET_MS} ms`,
    measured: milliseconds(middle),
    pass: middle <= START_BUDGET_MS,
    figures,
  }
  return [started, await memory(folder)]
}

async function firstAnswer(folder: string): Promise<number> {
  const begun = performance.now()
  const host = await serve(folder)
  const answer = await fetch(`${host.origin}/health`)
  const taken = performance.now() - begun
  if (!answer.ok) throw new Error(`the host answered ${answer.status}`)
  await host.stop()
  return taken
}

async function memory(folder: string): Promise<Result> {
  const host = await serve(folder)
  try {
    const client = await signedIn(host.origin)
    const atStart = residentMegabytes(host.process)
    const sqlite = new Database(shopFolder(folder).database, { readonly: true })
    const samples = samplesOf(sqlite)
    const asks = Object.values(CASES)
    for (let at = 0; at < REQUESTS; at += 1) await asks[at % asks.length]!(client, samples)
    sqlite.close()
    const after = residentMegabytes(host.process)
    return {
      name: `memory of the host after ${REQUESTS} mixed requests`,
      budget: `≤ ${MEMORY_BUDGET_MB} MB`,
      measured: `${after.toFixed(0)} MB (${atStart.toFixed(0)} MB at start)`,
      pass: Math.max(atStart, after) <= MEMORY_BUDGET_MB,
      figures: {
        atStart: rounded(atStart),
        after: rounded(after),
        most: rounded(residentMegabytes(host.process, 'VmHWM')),
      },
    }
  } finally {
    await host.stop()
  }
}

/** A client over HTTP that keeps its session's cookie, as a browser would. */
export async function signedIn(origin: string): Promise<Client> {
  let cookie = ''
  const link = new RPCLink({
    url: `${origin}/rpc`,
    headers: () => ({ origin, ...(cookie === '' ? {} : { cookie }) }),
    fetch: async (request, init) => {
      const answer = await fetch(request, init)
      cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      return answer
    },
  })
  const client: Client = createORPCClient(link)
  await client.session.signIn({ requestId: ulid(), name: OWNER_NAME, password: PASSWORD })
  return client
}

function residentMegabytes({ pid = 0 }: ChildProcess, field = 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_000
}
