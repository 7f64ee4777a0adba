/** The host is killed between a sale and its paper, and in the middle of the paper: nothing is lost, nothing prints twice in silence. */
import { expect, test } from 'vitest'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { aPrinter, type TestPrinter } from '../../src/main/testing/a-printer.ts'
import { startChild } from '../../src/main/testing/child.ts'
import { aCore, found, LAYOUT, OWNER, rid } from './a-core.ts'
import { aDayOfTrade } from './a-day-of-trade.ts'
import { bundled } from './bundled.ts'
import { direct, type Client } from './transports.ts'

const SALES = 3

test('a killed host leaves every receipt printed, listed or waiting, and asks before it prints one again', async () => {
  const folder = aFolder()
  const stuck = await aPrinter((socket) => socket.resume()) // takes the bytes and never says goodbye
  await (await readyToSell(folder, stuck)).close()
  const seller = await bundled('printing-seller')
  const child = startChild(seller, [folder, 'killed', String(SALES), LAYOUT.migrations, LAYOUT.worker])
  await child.says(new RegExp(`^sold ${String(SALES)} `))
  child.process.kill('SIGKILL')
  expect(await child.ended, child.complaints()).toBe('SIGKILL')

  const core = aCore(folder)
  const client = await signedIn(core)
  const rows = (await client.printing.jobs({})).rows.filter(({ paper }) => paper === 'receipt')
  expect(rows).toHaveLength(SALES)
  const states = rows.map(({ state }) => state)
  expect(states.filter((state) => state === 'uncertain').length).toBeLessThanOrEqual(1)
  expect(states.every((state) => ['printed', 'uncertain', 'failed', 'waiting', 'printing'].includes(state))).toBe(true)
  await core.close()
})

test('what waited too long is listed and not printed, and what was caught in the middle is in doubt', async () => {
  const folder = aFolder()
  const printer = await aPrinter()
  const core = await readyToSell(folder, printer)
  const opened = core.opened()
  const insert = opened?.writer.sqlite.prepare(
    `INSERT INTO print_jobs (printer_id, paper, document_id, copy, kicks, state, staff_id, queued_at)
     VALUES ((SELECT receipt_printer_id FROM paper_settings), ?, 1, 0, 1, ?, 1, ?)`,
  )
  const now = core.clock.now()
  insert?.run('receipt', 'printing', now)
  insert?.run('receipt', 'waiting', now - 10 * 60_000)
  insert?.run('drawer', 'waiting', now)
  insert?.run('receipt', 'waiting', now - 60_000)
  await core.close()

  const again = aCore(folder)
  again.clock.set(now)
  const client = await signedIn(again)
  const jobs = async () => (await client.printing.jobs({})).rows.map(({ state, failure }) => failure ?? state).reverse()
  expect(await printer.cameOut(1)).toMatchObject([{ kicks: [], cuts: 1 }])
  await expect.poll(jobs).toEqual(['hostEnded', 'tooOld', 'cancelled', 'printed'])
  const [listed] = (await client.printing.jobs({ needsSomeone: true })).rows.slice(-1)
  await client.printing.retry({ requestId: rid(), jobId: listed?.id ?? 0 })
  const [, reprinted] = await printer.cameOut(2)
  expect(reprinted?.lines).toContain('补打 1')
})

/** After a day of trade its receipt printer is this one. */
async function readyToSell(folder: string, { address }: TestPrinter) {
  const core = aCore(folder)
  await found(core)
  const client = await signedIn(core)
  const { printerId } = await aDayOfTrade(client)
  const printer = { name: 'Till', kind: 'network' as const, columns: 48 as const, cuts: true, drawerPin: 2 as const }
  await client.printing.savePrinter({ requestId: rid(), ...printer, address, copies: 1, printerId })
  return core
}

async function signedIn(core: ReturnType<typeof aCore>): Promise<Client> {
  const client = direct(core)()
  await client.session.signIn({ requestId: rid(), ...OWNER })
  return client
}
