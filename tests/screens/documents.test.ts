/** Finding a document, opening it beside the list, and going on from it. */
import { expect } from 'vitest'
import { openAt, owner, rid, screenTest, type Screen } from './shop.ts'
import { CUSTOMER, someTrade } from './trade.ts'

async function withTrade(screen: Screen, path = '/documents') {
  const client = await owner(screen)
  const trade = await someTrade(client)
  await openAt(screen, path)
  const rows = screen.page.getByRole('table', { name: '单据', exact: true }).locator('tbody tr')
  await rows.nth(3).waitFor()
  return { client, trade, rows }
}

screenTest('a shop without a document is shown the way to the counter', {}, async (screen) => {
  await openAt(screen, '/documents')
  await screen.page.getByText('还没有单据').waitFor()
  await screen.page.getByRole('button', { name: '去收银台' }).click()
  await screen.page.getByRole('heading', { name: '收银台' }).waitFor()
})

screenTest('arrows walk the list, Enter opens beside it, Escape goes back to the row', {}, async (screen) => {
  const { page } = screen
  const { trade, rows } = await withTrade(screen)
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const detail = page.getByRole('region', { name: '单据详情' })
  await detail.getByRole('heading', { name: trade.account.number }).waitFor()
  expect(await rows.count()).toBe(4)
  expect(await rows.nth(1).getAttribute('aria-selected')).toBe('true')

  await page.keyboard.press('Escape')
  await detail.waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement?.tagName === 'TR')
  expect(await rows.nth(1).evaluate((row) => row === document.activeElement)).toBe(true)
})

screenTest('Ctrl+P prints what is open: a receipt for a walk-in, a 销售单 for a customer', {}, async (screen) => {
  const { page } = screen
  const { trade } = await withTrade(screen)
  for (const [document, paper] of [
    [trade.cash, 'receipt'],
    [trade.account, 'salesDocument'],
  ] as const) {
    await page.goto(`${screen.origin}/#/documents/${document.id}`)
    await page.getByRole('heading', { name: document.number }).waitFor()
    await page.keyboard.press('Control+p')
    await page.waitForURL(`**/print/${paper}/${document.id}`)
  }
})

screenTest(
  'the list is narrowed by kind, payment, day and words, and stays so when one comes back',
  {},
  async (screen) => {
    const { page } = screen
    const { trade, rows } = await withTrade(screen)
    await page.getByRole('radio', { name: '退货' }).check()
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining(trade.returned.number)])

    await page.getByRole('link', { name: '库存' }).click()
    await page.getByRole('heading', { name: '库存' }).waitFor()
    await page.getByRole('link', { name: '单据' }).click()
    expect(await page.getByRole('radio', { name: '退货' }).isChecked()).toBe(true)
    await page.getByRole('button', { name: '清除筛选' }).click()

    await page.getByRole('combobox', { name: '付款' }).selectOption('onAccount')
    await expect.poll(() => rows.allInnerTexts()).toHaveLength(1)
    await page.getByRole('combobox', { name: '付款' }).selectOption('all')
    await page.getByRole('searchbox', { name: '单号、客户或电话' }).fill('和平')
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining(CUSTOMER)])

    await page.getByRole('searchbox').fill('')
    await page.getByRole('combobox', { name: '日期' }).selectOption('chosen')
    await page.getByLabel('到').fill('2001-01-01')
    await page.getByText('没有符合条件的单据').waitFor()
  },
)

screenTest('a document shows its sums, its payment, what happened and where it leads', {}, async (screen) => {
  const { page } = screen
  const { trade } = await withTrade(screen, '/documents')
  await page.goto(`${screen.origin}/#/documents/${trade.cash.id}`)
  const detail = page.getByRole('region', { name: '单据详情' })
  await detail.getByRole('heading', { name: trade.cash.number }).waitFor()
  const money = await detail.getByRole('region', { name: '金额' }).innerText()
  for (const figure of ['454.00', '-19.80', '-0.20', '434.00']) expect(money).toContain(figure)
  expect(await detail.getByRole('region', { name: '收款' }).innerText()).toContain('收 500.00，找零 66.00')
  expect(await detail.getByRole('region', { name: '经过' }).innerText()).toContain('销售')
  await detail.getByText('已退 1 件').waitFor()

  await detail.getByRole('link', { name: `退货 ${trade.returned.number}` }).click()
  await detail.getByRole('heading', { name: trade.returned.number }).waitFor()
  expect(await detail.getByRole('button', { name: '退货' }).count()).toBe(0)
  await detail.getByRole('link', { name: `销售 ${trade.cash.number}` }).click()
  await detail.getByRole('button', { name: '退货' }).click()
  await page.waitForURL(`**/counter/return/${trade.cash.id}`)
})

screenTest('a sale made elsewhere appears by itself', {}, async (screen) => {
  const { client, trade, rows } = await withTrade(screen)
  await client.stock.adjust({
    requestId: rid(),
    reason: '报损',
    lines: [{ skuId: trade.goods[0]?.skuId ?? 0, quantity: -1_000 }],
  })
  await expect.poll(() => rows.allInnerTexts()).toHaveLength(5)
})

screenTest(
  'on a phone a document takes the place of the list',
  { width: 390, height: 844, touch: true },
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    const trade = await someTrade(client)
    await openAt(screen, '/documents')
    await page.getByText(trade.cash.number).tap()
    await page.getByRole('heading', { name: trade.cash.number }).waitFor()
    expect(await page.getByRole('searchbox').isVisible()).toBe(false)
    await page.getByRole('button', { name: '返回' }).tap()
    await page.getByRole('searchbox').waitFor()
  },
)

screenTest('one comes back to the place in a long list that one left', {}, async (screen) => {
  const { page } = screen
  const { client, trade, rows } = await withTrade(screen)
  for (let count = 0; count < 70; count += 1) {
    await client.stock.adjust({
      requestId: rid(),
      reason: '报损',
      lines: [{ skuId: trade.goods[0]?.skuId ?? 0, quantity: -1_000 }],
    })
  }
  const list = page.locator('.list')
  await rows.nth(49).waitFor()
  await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
  const first = rows.filter({ hasText: trade.cash.number })
  await first.scrollIntoViewIfNeeded()
  const place = await list.evaluate((element) => element.scrollTop)
  await page.getByRole('link', { name: '库存' }).click()
  await page.getByRole('heading', { name: '库存' }).waitFor()
  await page.getByRole('link', { name: '单据' }).click()
  await first.waitFor()
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(place)
})
