/** A reply means it is on disk: kills prove atomicity only, so syncs are counted between a command and its reply (DESIGN §8). */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { startChild } from '../../src/main/testing/child.ts'
import { aCore, found, LAYOUT, OWNER, rid } from './a-core.ts'
import { aDayOfTrade } from './a-day-of-trade.ts'
import { bundled } from './bundled.ts'
import { direct } from './transports.ts'

const canTrace = spawnSync('strace', ['-o', '/dev/null', process.execPath, '-e', '0']).status === 0
if (!canTrace) console.log('strace is not there or may not trace: syncs are not counted, that test is skipped')

test('the writer of an open shop promises durability', async () => {
  const core = aCore()
  await found(core)
  const pragma = (name: string) => core.opened()?.writer.sqlite.pragma(name, { simple: true })
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
})

test.skipIf(!canTrace)('every command is synced before its reply', async () => {
  const folder = aFolder()
  await readyToSell(folder)
  const syncs = await syncsPerSale(folder, 'safe')
  expect(syncs).toHaveLength(10)
  expect(Math.min(...syncs)).toBeGreaterThanOrEqual(1)
  // The count itself is proven: without the pragma there would be none.
  expect(await syncsPerSale(folder, 'unsafe')).toEqual(Array(10).fill(0))
})

/** How often the process had the disk sync between the beginning and the end of each of ten sales. */
async function syncsPerSale(folder: string, mode: 'safe' | 'unsafe'): Promise<number[]> {
  const trace = join(folder, `${mode}.trace`)
  const strace = ['strace', '-f', '-o', trace, '-e', 'trace=fsync,fdatasync,sync_file_range,write', '-s', '64']
  const child = startChild(
    await bundled('seller'),
    [folder, `${mode}-sale`, mode, LAYOUT.migrations, LAYOUT.worker],
    strace,
  )
  expect(await child.ended, child.complaints()).toBe(0)
  const counts: number[] = []
  let selling = false
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (line.includes('write(1, "begins ')) {
      selling = true
      counts.push(0)
    } else if (line.includes('write(1, "sold ')) selling = false
    else if (selling && /\b(fsync|fdatasync)\(/.test(line)) counts.push((counts.pop() ?? 0) + 1)
  }
  return counts
}

async function readyToSell(folder: string): Promise<void> {
  const core = aCore(folder)
  await found(core)
  const client = direct(core)()
  await client.session.signIn({ requestId: rid(), ...OWNER })
  await aDayOfTrade(client)
  await core.close()
}
