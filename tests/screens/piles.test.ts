/** Papers of several documents at once: one preview, one print job, each document on sheets of its own. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { MOST_PAPERS } from '../../src/contract/documents.ts'
import { hasPoppler, pdfOf } from './pdf.ts'
import { cut, outside, sideways, unreadable } from './seeing.ts'
import { openAt, owner, rid, screenTest, type Client, type Screen } from './shop.ts'
import { aLongSale, someTrade } from './trade.ts'

const bar = (page: Page) => page.getByRole('region', { name: '对选中的行' })
const choose = (page: Page, number: string) => page.getByRole('row', { name: number }).getByRole('checkbox').check()

/** What the browser was told to print, each time: its text stays in `onPaper`. */
async function hearPrinting(screen: Screen): Promise<() => Promise<string[]>> {
  await screen.page.addInitScript(
    'window.onPaper = []; window.print = () => onPaper.push(document.querySelector(".print-paper").innerText)',
  )
  return () => screen.page.evaluate('onPaper')
}

describe.skipIf(!hasPoppler)('a pile', () => {
  for (const [name, sheet, width, height] of [
    ['A4', 'A4', 210, 297],
    ['A5', 'A5', 148, 210],
    ['241×140', '241x140', 241, 140],
  ] as const) {
    screenTest(`of 销售单 on ${sheet} begins each on a page of its own, as the list has them`, {}, async (screen) => {
      const { page } = screen
      const client = await owner(screen)
      const trade = await someTrade(client)
      const long = await aLongSale(client, trade, 60)
      await openAt(screen, '/documents')
      // Chosen from the bottom up: the list's order counts.
      for (const { number } of [trade.cash, trade.account, trade.returned, long]) await choose(page, number)
      await bar(page).getByRole('button', { name: '打印销售单' }).click()
      await page.getByRole('radio', { name, exact: true }).check()
      await page.locator(`.paged-${sheet}`).first().waitFor()
      const { pages, ...size } = await pdfOf(page)
      expect([Math.round(size.width), Math.round(size.height)]).toEqual([width, height])
      const numbers = [long, trade.returned, trade.account, trade.cash].map(({ number }) => number)
      const shown = pages.map((text) => numbers.filter((number) => text.includes(number)))
      expect(shown.slice(-3)).toEqual(numbers.slice(1).map((number) => [number]))
      expect(pages.length).toBeGreaterThan(4)
      pages.slice(0, -3).forEach((text, at, ofLong) => {
        expect(text).toContain(long.number)
        expect(text).toMatch(new RegExp(`${at + 1}\\s*/\\s*${ofLong.length}\\s*$`))
      })
      for (const text of pages.slice(-3)) expect(text).toMatch(/1\s*\/\s*1\s*$/)
    })
  }

  screenTest('of 装箱单 leaves out what has none, and says so', {}, async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    const trade = await someTrade(client)
    const debt = await client.collections.collect({
      ...{ requestId: rid(), customerId: trade.customerId },
      tenders: [{ tender: 'cash', amount: 7_700 }],
    })
    await openAt(screen, '/documents')
    for (const { number } of [trade.account, debt, trade.cash]) await choose(page, number)
    await bar(page).getByRole('button', { name: '打印装箱单' }).click()
    await page.getByText(`没有装箱单，不会打印：${debt.number}`).waitFor()
    await page.getByRole('status').getByText('2 张单据').waitFor()
    const { pages } = await pdfOf(page)
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain(trade.account.number)
    expect(pages[1]).toContain(trade.cash.number)
    expect(pages.join('')).not.toMatch(/¥|单价|没有装箱单/)
    for (const look of [sideways, outside, unreadable, cut]) expect(await look(page)).toEqual([])
  })
})

screenTest('phone and address are whole on the paper of each, which is recorded for each', {}, async (screen) => {
  const { page } = screen
  const onPaper = await hearPrinting(screen)
  const client = await owner(screen)
  const trade = await someTrade(client)
  const second = await aLongSale(client, trade, 2)
  await openAt(
    screen,
    `/print/several/packingSlip?documents=${[trade.cash, trade.account, second].map(({ id }) => id).join()}`,
  )
  await page.locator('.print-page[data-ready]').waitFor()
  const paper = page.locator('.print-paper')
  expect((await paper.innerText()).match(/138\*{4}0000/g)).toHaveLength(2)
  expect(await recorded(client)).toEqual([])
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect.poll(onPaper).toHaveLength(1)
  const [text = ''] = await onPaper()
  expect(text.match(/13800000000/g)).toHaveLength(2)
  expect(text).not.toContain('****')
  await expect.poll(() => paper.innerText()).toContain('****')
  expect(await recorded(client)).toEqual([trade.account.id, second.id])
  expect(await page.title()).toBe('装箱单 3 张单据 小店')
})

screenTest('when the line is cut, nothing is printed; again, it prints and records each once', {}, async (screen) => {
  const { page } = screen
  const onPaper = await hearPrinting(screen)
  const client = await owner(screen)
  const trade = await someTrade(client)
  await openAt(screen, `/print/several/salesDocument?documents=${trade.account.id}`)
  await page.locator('.print-page[data-ready]').waitFor()
  await page.route('**/rpc/documents/printFull', async (route) => {
    await route.fetch()
    await route.abort()
  })
  const button = page.getByRole('button', { name: '打印', exact: true })
  await button.click()
  await page.getByRole('alert').waitFor()
  expect(await onPaper()).toEqual([])
  await page.unroute('**/rpc/documents/printFull')
  await button.click()
  await expect.poll(onPaper).toHaveLength(1)
  expect(await recorded(client)).toEqual([trade.account.id])
})

screenTest(`more than ${MOST_PAPERS} are not begun, and the choice stays`, {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const trade = await someTrade(client)
  for (let sold = 0; sold < MOST_PAPERS; sold += 1) await aLongSale(client, trade, 1)
  await openAt(screen, '/documents')
  const rows = page.locator('tbody tr')
  await rows.first().waitFor()
  await expect
    .poll(async () => {
      await rows.last().scrollIntoViewIfNeeded()
      return rows.count()
    })
    .toBeGreaterThan(MOST_PAPERS)
  await page.getByRole('checkbox', { name: '全选' }).check()
  await bar(page).getByRole('button', { name: '打印销售单' }).click()
  await bar(page)
    .getByText(/一次最多打印 100 张，选了 10\d 张/)
    .waitFor()
  expect(page.url()).toMatch(/documents$/)
  for (const { number } of [trade.cash, trade.account, trade.returned])
    await page.getByRole('row', { name: number }).getByRole('checkbox').uncheck()
  await page.getByRole('alert').waitFor({ state: 'detached' })
})

/** The documents whose papers were printed whole, the first one first. */
async function recorded(client: Client): Promise<unknown[]> {
  const { rows } = await client.audit.list({ limit: 50 })
  return rows
    .filter(({ name }) => name === 'documents.printFull')
    .map(({ refs }) => refs['document'])
    .reverse()
}
