/** What the counter must be told wherever it stands: a lost receipt, and that it is open in another window. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { aPrinter } from '../../src/main/testing/a-printer.ts'
import { counterOn, WORDS } from './counter.ts'
import { stocked, withOpenShift } from './goods.ts'
import { openAt, owner, rid, screenTest, type Client } from './shop.ts'

/** The till's printer, first at an address where nobody listens. */
async function aDeadPrinter(client: Client) {
  const printer = await aPrinter()
  const fields = {
    name: '收银台',
    kind: 'network' as const,
    columns: 48 as const,
    cuts: true,
    drawerPin: null,
    copies: 1,
  }
  const save = (address: string, printerId?: number) =>
    client.printing.savePrinter({
      requestId: rid(),
      ...fields,
      address,
      ...(printerId === undefined ? {} : { printerId }),
    })
  const { printers } = await save('127.0.0.1:1')
  return { cameOut: printer.cameOut, mend: () => save(printer.address, printers[0]?.id) }
}

const strip = (page: Page) => page.getByRole('region', { name: '小票未打出' })

screenTest('a receipt that did not come out is said, holds nothing up, and is printed by key', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const [tea] = await stocked(client)
  await withOpenShift(client)
  const printer = await aDeadPrinter(client)
  await openAt(screen, '/counter')
  const counter = await counterOn(page)
  const sell = async () => {
    await counter.scan(tea?.barcode ?? '')
    await counter.has(1, '128.00')
    await counter.press('Enter')
    await counter.press('Enter')
    await counter.done()
  }
  const numbers = async () => (await client.documents.list({ kind: 'sale' })).rows.map(({ number }) => number)

  await sell()
  const [first = ''] = await numbers()
  await strip(page).getByText(first).waitFor()
  await strip(page).getByText('连不上打印机').waitFor()
  await sell() // the strip stands, and the next customer does not wait
  const [second = ''] = await numbers()
  await strip(page).getByText(second).waitFor()
  await strip(page).getByText('还有 1 张').waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')

  await printer.mend()
  await page.keyboard.press('Control+KeyP')
  await strip(page).getByText(first).waitFor()
  const papers = await printer.cameOut(1)
  expect(papers.map(({ lines }) => lines.join())).toEqual([expect.stringContaining(second)])
  await strip(page).getByRole('button', { name: '不打了' }).click()
  await strip(page).waitFor({ state: 'detached' })
  expect(await client.printing.jobs({ needsSomeone: true })).toMatchObject({ rows: [] })
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
})

screenTest(
  'a lost receipt stands on a phone too, with the money above it, and goes by finger',
  { width: 390, height: 844, touch: true },
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    const [tea] = await stocked(client)
    await withOpenShift(client)
    const printer = await aDeadPrinter(client)
    await openAt(screen, '/counter')
    await page.getByRole('combobox').fill(tea?.title ?? '')
    await page.getByRole('option', { name: /龙井茶/ }).tap()
    await page.getByRole('button', { name: /收款/ }).tap()
    await page.getByRole('button', { name: /完成/ }).tap()
    await strip(page).getByText('连不上打印机').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await printer.mend()
    await strip(page).getByRole('button', { name: /补打/ }).tap()
    await strip(page).waitFor({ state: 'detached' })
    expect(await printer.cameOut(1)).toHaveLength(1)
  },
)

screenTest(
  'two windows of a browser do not overwrite each other: the counter goes where it is wanted',
  {},
  async (screen) => {
    const { page, context, origin } = screen
    const client = await owner(screen)
    const [tea, cake] = await stocked(client)
    await withOpenShift(client)
    await openAt(screen, '/counter')
    const first = await counterOn(page)
    await first.scan(tea?.barcode ?? '')
    await first.has(1, '128.00')

    const other = await context.newPage()
    await other.goto(`${origin}/#/counter`)
    await other.getByText(WORDS.elsewhere).waitFor()
    expect(await other.getByRole('combobox').count()).toBe(0)
    await first.scan(cake?.barcode ?? '')
    await first.has(2, '326.00')

    await other.bringToFront()
    await other.keyboard.press('Enter') // the button has the focus
    const second = await counterOn(other)
    await second.has(2, '326.00')
    await page.getByText(WORDS.elsewhere).waitFor()
    await second.scan(tea?.barcode ?? '')
    await second.has(2, '454.00')

    await other.close()
    await page.bringToFront()
    const again = await counterOn(page)
    await again.has(2, '454.00')
  },
)

screenTest('a return, too, waits until the other window gives the basket up', {}, async (screen) => {
  const { page, context, origin } = screen
  const client = await owner(screen)
  await stocked(client)
  await openAt(screen, '/counter')
  await counterOn(page)
  const other = await context.newPage()
  await other.goto(`${origin}/#/counter/return`)
  await other.getByRole('button', { name: WORDS.goOnHere }).click()
  await other.getByRole('heading', { name: '无小票退货' }).waitFor()
  await page.getByText(WORDS.elsewhere).waitFor()
  await other.goto(`${origin}/#/documents`)
  await counterOn(page)
})
