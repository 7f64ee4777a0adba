/** `serve.ts` as a process: what it prints, what it refuses, and how it ends. */
import { createServer } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { startChild, type Child } from '../../src/main/testing/child.ts'
import { aCore, found } from './a-core.ts'

const SERVE = new URL('../../src/main/serve.ts', import.meta.url)

const serve = (...args: string[]) => startChild(SERVE, args)

async function addressOf(child: Child): Promise<string> {
  const line = await child.says(/^Guitai: http/)
  return line.replace('Guitai: ', '')
}

test('it prints its address and, while there is no shop, the setup code; and ends when asked', async () => {
  const folder = join(aFolder(), 'shop')
  const child = serve('--shop', folder, '--port', '0')
  const address = await addressOf(child)
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  const code = (await child.says(/^Setup code: /)).replace('Setup code: ', '')
  const health = await fetch(new URL('/health', address))
  expect(await health.json()).toMatchObject({ status: 'ok', shop: 'none' })
  const checked = await fetch(new URL(`/api/setup/snapshots?setupCode=${code}`, address))
  expect(checked.status).toBe(200)
  expect(readFileSync(join(folder, 'logs', 'guitai.log'), 'utf8')).not.toContain(code)

  child.process.kill('SIGTERM')
  expect(await child.ended).toBe(0)
  expect(readdirSync(folder)).not.toContain('shop.lock.holder.json')
})

test('with a shop no code is printed, and a second host is told who has it open', async () => {
  const core = aCore()
  await found(core)
  await core.close()
  const first = serve('--shop', core.folder, '--port', '0')
  await addressOf(first)
  const second = serve('--shop', core.folder, '--port', '0')
  expect(await second.ended).toBe(1)
  expect(second.complaints()).toMatch(new RegExp(`^Guitai cannot start: .+ process ${String(first.process.pid)} on `))

  first.process.kill('SIGINT')
  expect(await first.ended).toBe(0)
  expect(first.said.filter((line) => line.startsWith('Setup code'))).toEqual([])
  expect(first.complaints()).toBe('')
})

test('a port in use is said so, and the shop is free again', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const { port } = other.address() as { port: number }
  const folder = aFolder()
  const child = serve('--shop', folder, '--port', String(port))
  expect(await child.ended).toBe(1)
  expect(child.complaints()).toBe(
    `Guitai cannot start: Port ${String(port)} is in use: choose another one with --port.\n`,
  )
  await aCore(folder).close()
})

test.each([
  [['--port', 'many'], /^--port many is not a port number\.\nUsage: /, 2],
  [['--port', '70000'], /^--port 70000 is not a port number\.\nUsage: /, 2],
  [['--shop', ''], /^--shop needs a folder\.\nUsage: /, 2],
  [['--colour', 'red'], /--colour.*\nUsage: /, 2],
  [['--host', '0.0.0.0'], /^Guitai cannot start: 0\.0\.0\.0 is not an address of this PC alone/, 1],
])('%j is refused in words, and nothing is made', async (args, said, exitCode) => {
  const folder = join(aFolder(), 'shop')
  const child = serve(...(args.includes('--shop') ? [] : ['--shop', folder]), ...args)
  expect(await child.ended).toBe(exitCode)
  expect(child.complaints()).toMatch(said)
  expect(child.complaints()).not.toMatch(/^\s+at /m)
  expect(() => readdirSync(folder)).toThrow()
})
