/** A process that sells in a loop is killed fifty times: every acknowledged sale is there once, and every sum holds. */
import { expect, test } from 'vitest'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { startChild } from '../../src/main/testing/child.ts'
import { aCore, found, LAYOUT, OWNER, rid } from './a-core.ts'
import { aDayOfTrade } from './a-day-of-trade.ts'
import { bundled } from './bundled.ts'
import { direct } from './transports.ts'

const KILLS = 50
const MOST_SALES = 30

test(`what was acknowledged survives ${String(KILLS)} kills`, async () => {
  const folder = aFolder()
  await readyToSell(folder)
  const seller = await bundled('seller')
  const chance = chances(20_261_121)
  const acknowledged = new Map<string, string>()

  for (let kill = 0; kill < KILLS; kill += 1) {
    const sales = Math.floor(chance() * MOST_SALES)
    const child = startChild(seller, [folder, `kill${String(kill)}`, 'loop', LAYOUT.migrations, LAYOUT.worker])
    await child.says(/ready/)
    if (sales > 0) await child.says(new RegExp(`-${String(sales).padStart(8, '0')} `))
    child.process.kill('SIGKILL')
    expect(await child.ended, child.complaints()).toBe('SIGKILL')
    for (const line of child.said) {
      const [, requestId, number] = /^sold (\S+) (\S+)$/.exec(line) ?? []
      if (requestId !== undefined && number !== undefined) acknowledged.set(requestId, number)
    }
  }

  const core = aCore(folder)
  const sqlite = core.opened()?.writer.sqlite
  const booked = sqlite
    ?.prepare<[], [string, string]>(
      `SELECT request_id, number FROM commands JOIN documents ON documents.id = json_extract(refs, '$.document')
       WHERE name = 'orders.sell' AND request_id LIKE 'kill%'`,
    )
    .raw()
    .all()
  const numbers = new Map(booked)
  expect(numbers.size).toBe(booked?.length)
  expect([...acknowledged].filter(([requestId, number]) => numbers.get(requestId) !== number)).toEqual([])
  expect(numbers.size - acknowledged.size, 'sales that nobody was told of').toBeLessThanOrEqual(KILLS)
  expect(acknowledged.size).toBeGreaterThan(KILLS)

  const client = direct(core)()
  await client.session.signIn({ requestId: rid(), ...OWNER })
  expect((await client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
})

async function readyToSell(folder: string): Promise<void> {
  const core = aCore(folder)
  await found(core)
  const client = direct(core)()
  await client.session.signIn({ requestId: rid(), ...OWNER })
  await aDayOfTrade(client)
  await core.close()
}

/** The same chances in every run (mulberry32). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
