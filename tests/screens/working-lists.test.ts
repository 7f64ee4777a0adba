/** Lists as one works with them: sorted by their headers, several rows at once, by keys alone. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { outside, sideways, unreadable } from './seeing.ts'
import { openAt, owner, rid, screenTest } from './shop.ts'
import { CUSTOMER, someTrade } from './trade.ts'

const cellsOf = (page: Page, name: string) =>
  page.evaluate((wanted) => {
    const heads = [...document.querySelectorAll('thead th')].map((head) => head.textContent.replace(/[▲▼]/g, '').trim())
    const at = heads.indexOf(wanted)
    return [...document.querySelectorAll('tbody tr')].map((row) => row.children[at]?.textContent.trim() ?? '')
  }, name)
const header = (page: Page, name: string) => page.getByRole('columnheader', { name })
const sortBy = (page: Page, name: string) => header(page, name).getByRole('button').click()

screenTest(
  'a list is sorted by its header, stays so after a reload, and is exported in that order',
  {},
  async (screen) => {
    const { page } = screen
    await someTrade(await owner(screen))
    await openAt(screen, '/products')
    await page.locator('tbody tr').first().waitFor()
    const newestFirst = await cellsOf(page, '货号')
    await sortBy(page, '零售价')
    await expect.poll(() => header(page, '零售价').getAttribute('aria-sort')).toBe('descending')
    await sortBy(page, '零售价')
    await expect.poll(() => header(page, '零售价').getAttribute('aria-sort')).toBe('ascending')
    await page.reload()
    await page.locator('tbody tr').first().waitFor()
    const prices = (await cellsOf(page, '零售价')).map((text) => Number(text.replace(/[^\d.]/g, '')))
    expect(prices).toEqual(prices.toSorted((a, b) => a - b))
    const codes = await cellsOf(page, '货号')
    expect(codes.toSorted()).toEqual(newestFirst.toSorted())

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('button', { name: 'CSV 文本（.csv）' }).click()
    const [, ...lines] = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n')
    expect(lines.map((line) => codes.findIndex((code) => line.includes(code)))).toEqual(codes.map((_, at) => at))

    await sortBy(page, '零售价')
    await expect.poll(() => cellsOf(page, '货号')).toEqual(newestFirst)
  },
)

screenTest('shifts, records and 敏感操作 sort by their headers', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await someTrade(client)
  for (const reason of ['换零钱', '看一下']) await client.drawer.openWithoutSale({ requestId: rid(), reason })
  for (const [address, name, told] of [
    ['/audit', '时间', '序号'],
    ['/sensitive', '时间', '内容'],
  ] as const) {
    await openAt(screen, address)
    await page.locator('tbody tr').first().waitFor()
    const newestFirst = await cellsOf(page, told)
    expect(newestFirst.length).toBeGreaterThan(1)
    await sortBy(page, name)
    await expect.poll(() => header(page, name).getAttribute('aria-sort')).toBe('ascending')
    await expect.poll(() => cellsOf(page, told)).toEqual(newestFirst.toReversed())
  }
  await openAt(screen, '/shift')
  await sortBy(page, '差额')
  await expect.poll(() => header(page, '差额').getAttribute('aria-sort')).toBe('descending')
  await page.locator('table tbody tr').first().waitFor()
  expect(await unreadable(page)).toEqual([])
})

screenTest('Space chooses rows and the keys do to all of them what the bar offers', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { goods } = await someTrade(client)
  await openAt(screen, '/products')
  const rows = page.locator('tbody tr')
  await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(goods.length)
  const bar = page.getByRole('region', { name: '对选中的行' })
  // Two spaces as fast as a tool can press them are a scanner's.
  await rows.first().press('Space')
  await bar.getByText('已选 1 行').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await bar.getByText('已选 2 行').waitFor()
  expect(await unreadable(page)).toEqual([])
  await page.keyboard.press('Control+p')
  await page.waitForURL('**/#/labels?goods=*')
  await expect.poll(() => page.locator('.shelf-label').count()).toBe(2)

  await openAt(screen, '/products')
  await page.getByRole('checkbox', { name: '全选' }).check()
  await bar.getByRole('button', { name: '停用商品' }).click()
  await bar.getByText(`办好 ${goods.length} 行`).waitFor()
  await page.getByText('还没有商品').waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(goods.length)
  expect((await client.products.list({})).rows).toHaveLength(goods.length)
})

screenTest(
  'receipts of several documents are asked for at once, and each that is not printed says why',
  {},
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    const trade = await someTrade(client)
    await openAt(screen, '/documents')
    for (const { number } of [trade.cash, trade.account])
      await page.getByRole('row', { name: number }).getByRole('checkbox').check()
    const bar = page.getByRole('region', { name: '对选中的行' })
    await bar.getByRole('button', { name: '补打小票' }).click()
    await bar.getByText('没办成 2 行').waitFor()
    for (const { number } of [trade.cash, trade.account]) await bar.getByText(number).waitFor()
    await page.keyboard.press('Escape')
    await bar.waitFor({ state: 'detached' })

    const rows = page.locator('tbody tr')
    await rows.first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/documents\/\d+/)
    await page.keyboard.press('Escape')
    await page.waitForURL(/documents$/)
    await page.getByRole('row', { name: trade.cash.number }).focus()
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(`**/#/print/receipt/${trade.cash.id}`)
  },
)

screenTest('chips say how many there are behind them, and an empty list how to fill it', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const trade = await someTrade(client)
  await openAt(screen, '/documents')
  await page.getByRole('radio', { name: '退货 1', exact: true }).check()
  await page.getByRole('row', { name: trade.returned.number }).waitFor()
  await page.getByRole('radio', { name: '收款单' }).check()
  await page.getByText('没有符合条件的单据').waitFor()
  await page.getByRole('button', { name: '清除筛选' }).last().click()
  await page.getByRole('row', { name: trade.cash.number }).waitFor()

  await openAt(screen, '/customers')
  await page.getByRole('radio', { name: '有欠款 1', exact: true }).check()
  await page.getByRole('row', { name: CUSTOMER }).waitFor()
  await client.customers.create({
    ...{ requestId: rid(), code: '', name: '安吉茶庄', phone: '', address: '', note: '', creditLimit: null },
  })
  await page.getByRole('radio', { name: '全部' }).check()
  await sortBy(page, '名称')
  await expect.poll(() => cellsOf(page, '名称')).toEqual(['安吉茶庄', CUSTOMER])
})

screenTest(
  'on a phone a list is sorted by a choice above it, its rows are chosen by finger, and nothing sticks out',
  { width: 390, height: 844, touch: true },
  async (screen) => {
    const { page } = screen
    await someTrade(await owner(screen))
    await openAt(screen, '/products')
    await page.locator('tbody tr').first().waitFor()
    await page.getByLabel('排序').selectOption('品名 ▲')
    await expect.poll(async () => page.locator('tbody td:nth-child(2)').first().textContent()).toContain('白瓷茶杯')
    await page.getByRole('checkbox', { name: '选这一行' }).first().tap()
    await page.getByText('已选 1 行').waitFor()
    expect(await sideways(page)).toEqual([])
    expect(await outside(page)).toEqual([])
    expect(await unreadable(page)).toEqual([])
  },
)
