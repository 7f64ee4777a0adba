/** The power goes at every step of a sale; with it the basket, its tenders and the booked sales are as they were. */
import { expect, test } from 'vitest'
import { aPrinter } from '../../src/main/testing/a-printer.ts'
import { rid } from '../hosts/a-core.ts'
import { counterOn, WORDS, type CounterScreen } from './counter.ts'
import { aCustomer, stocked, withOpenShift } from './goods.ts'
import { aTill, type Running } from './till.ts'

interface AtWork extends Running {
  readonly counter: CounterScreen
}

/** Enough for a slow machine: nine starts of a host and a browser. */
const TIMEOUT = 240_000
const NAME = '和平茶行'
const DUE = '722.00'

test('a power cut at any step of a sale loses nothing and books nothing twice', { timeout: TIMEOUT }, async () => {
  let barcodes: string[] = []
  const start = await aTill(async (client) => {
    barcodes = (await stocked(client)).map(({ barcode }) => barcode)
    await withOpenShift(client)
    await aCustomer(client, NAME)
  })
  const [tea = '', cake = ''] = barcodes
  const atWork = async (): Promise<AtWork> => {
    const till = await start()
    return { ...till, counter: await counterOn(till.page) }
  }
  const afterCut = async (till: AtWork): Promise<AtWork> => {
    await till.cut()
    const again = await atWork()
    expect((await again.client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
    return again
  }

  let till = await atWork() // the very first start: its name is on the disk before anything is scanned
  await till.counter.scan(tea)
  await till.counter.scan(cake)
  await till.counter.has(2, '326.00')
  await kept(till, { items: [{ quantity: 1_000 }, { quantity: 1_000 }] })
  till = await afterCut(till)
  await till.counter.has(2, '326.00')

  await till.counter.type('3*')
  await till.counter.has(2, DUE)
  await kept(till, { items: [{ quantity: 1_000 }, { quantity: 3_000 }] })
  till = await afterCut(till)
  await till.counter.has(2, DUE)

  await choose(till, NAME)
  await kept(till, { customer: { name: NAME } })
  till = await afterCut(till)
  await till.counter.has(2, DUE)
  await till.page.getByText(NAME).waitFor()

  await till.counter.press('Enter')
  await till.counter.type('500')
  await till.counter.press('Enter')
  await kept(till, { parts: [{ tender: 'cash', amount: 50_000 }] })
  till = await afterCut(till)
  await till.counter.has(2, DUE)
  await till.page.getByRole('button', { name: '微信', pressed: true }).waitFor()
  expect(await till.page.locator('.sums .left').innerText()).toContain('222.00')
  expect(await sales(till)).toEqual([])

  const paid = [
    { tender: 'cash', amount: 50_000 },
    { tender: 'wechat', amount: 22_200 },
  ]
  await cutOff(till, 'before', () => till.counter.press('Enter'))
  await kept(till, { parts: paid })
  till = await afterCut(till)
  await till.counter.has(2, DUE)
  await till.page.getByRole('button', { name: WORDS.finish }).waitFor()
  expect(await sales(till)).toEqual([])

  await cutOff(till, 'after', () => till.counter.press('Enter'))
  till = await afterCut(till)
  await booked(till, 1)
  const [sale] = await sales(till)
  expect(sale).toMatchObject({ total: 72_200, customerName: NAME, paymentState: 'paid' })
  const { payments } = await till.client.documents.get({ documentId: sale?.id ?? 0 })
  expect(payments).toMatchObject(paid)

  await sellOne(till, tea)
  await till.counter.done()
  till = await afterCut(till)
  await booked(till, 2)

  await sellOne(till, tea)
  till = await afterCut(till)
  const count = (await sales(till)).length
  if (count === 3) await booked(till, 3)
  else await till.counter.has(1, '128.00')
  expect([2, 3]).toContain(count)
})

/** Until the shop has written so much of the open basket down. */
async function kept({ page, client }: AtWork, what: object): Promise<void> {
  const deviceId = await page.evaluate(() => JSON.parse(localStorage['guitai.device'] as string) as string)
  const written = async () => JSON.parse((await client.baskets.open({ deviceId })).content ?? '{}') as object
  await expect.poll(written).toMatchObject(what)
}

/** Does what sells, and waits until the sale is on its way to the shop, or back from it. */
async function cutOff({ page }: AtWork, when: 'before' | 'after', act: () => Promise<void>): Promise<void> {
  const { promise: stopped, resolve: stop } = Promise.withResolvers<undefined>()
  await page.route('**/rpc/orders/sell', async (route) => {
    if (when === 'after') await route.fetch()
    stop(undefined)
  })
  await act()
  await stopped
}

/** The basket is empty, the sale is there once, and the counter says so. */
async function booked(till: AtWork, count: number): Promise<void> {
  const rows = await sales(till)
  expect(rows).toHaveLength(count)
  await till.counter.said.filter({ hasText: `上一单已入账：${rows[0]?.number ?? ''}` }).waitFor()
  await till.counter.said.filter({ hasText: '没有打小票' }).waitFor()
  expect(await till.counter.lines.count()).toBe(0)
}

async function sellOne({ counter }: AtWork, barcode: string): Promise<void> {
  await counter.scan(barcode)
  await counter.has(1, '128.00')
  await counter.press('Enter')
  await counter.press('Enter')
}

async function choose({ page, counter }: AtWork, name: string): Promise<void> {
  await counter.press('F4')
  await page.getByRole('textbox', { name: WORDS.customerSearch }).fill(name)
  await page.getByRole('option', { name }).click()
}

const sales = async ({ client }: AtWork) => (await client.documents.list({ kind: 'sale' })).rows

test(
  'after the cut the counter says what became of the receipt, and prints it by key',
  { timeout: TIMEOUT },
  async () => {
    const printer = await aPrinter()
    let barcode = ''
    const fields = { name: '收银台', kind: 'network', columns: 48, cuts: true, drawerPin: null, copies: 1 } as const
    const start = await aTill(async (client) => {
      barcode = (await stocked(client))[0]?.barcode ?? ''
      await withOpenShift(client)
      await client.printing.savePrinter({ requestId: rid(), ...fields, address: printer.address })
    })
    const atWork = async (): Promise<AtWork> => {
      const till = await start()
      return { ...till, counter: await counterOn(till.page) }
    }
    const says = ({ counter }: AtWork, paper: string) => counter.said.filter({ hasText: paper }).waitFor()

    let till = await atWork()
    await sellOne(till, barcode)
    await till.counter.done()
    await till.page.getByRole('region', { name: WORDS.sold }).getByText('已打出').waitFor()
    expect(await printer.cameOut(1)).toHaveLength(1)
    await till.cut()
    till = await atWork()
    await says(till, '小票已打出')
    expect(await till.page.getByRole('region', { name: '小票未打出' }).count()).toBe(0)

    const { printers } = await till.client.printing.printers({})
    const move = (address: string) =>
      till.client.printing.savePrinter({ requestId: rid(), ...fields, address, printerId: printers[0]?.id })
    await move('127.0.0.1:1')
    await sellOne(till, barcode)
    await till.counter.done()
    await till.page.getByRole('region', { name: '小票未打出' }).waitFor()
    await till.cut()
    till = await atWork()
    await says(till, '小票未打出')
    await move(printer.address)
    await till.page.keyboard.press('Control+KeyP')
    await says(till, '小票已打出')
    expect(await printer.cameOut(2)).toHaveLength(2)
  },
)
