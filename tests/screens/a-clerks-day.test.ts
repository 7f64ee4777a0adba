/** A clerk's whole day at the counter without a mouse: what they may do, and what a manager allows in place. */
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { aBusyShop, allowed, CLERK, MANAGER, PIN, REGULAR, tabTo } from './clerk.ts'
import { counterOn, WORDS, type CounterScreen } from './counter.ts'
import { owner, screenTest, type Client } from './shop.ts'

interface Day {
  readonly page: Page
  readonly client: Client
  readonly counter: CounterScreen
  readonly barcode: (at: number) => string
}

const sales = async (client: Client) => (await client.documents.list({ kind: 'sale' })).rows
const lastSale = async (client: Client) => client.documents.get({ documentId: (await sales(client))[0]?.id ?? 0 })
const atField = (page: Page) => page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')

screenTest('a clerk’s day by keyboard alone, with a manager near by', {}, async (screen) => {
  const { page, origin } = screen
  const client = await owner(screen)
  const { barcode, customerId } = await aBusyShop(client)
  await page.goto(`${origin}/#/sign-in`)
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await page.keyboard.insertText(CLERK.name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(CLERK.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '收银台' }).waitFor()
  const counter = await counterOn(page)
  const day = { page, client, counter, barcode }

  await tabTo(page, 'textbox', '备用金')
  await counter.type('500')
  await counter.press('Enter')
  await page.getByText(WORDS.openShiftFirst).waitFor({ state: 'detached' })
  await atField(page)

  await unknownWeighedAndStyle(day)
  await memberGiftAndAccount(day)
  await parkedMergedAndSplit(day)
  await correctedByPin(day)
  await collectedTheSameDay(day, customerId)
  await lockedMeanwhile(day)
  await counted(day)
})

/** An unknown code, tea weighed without its bag, two coats at 9折, paid in cash and WeChat. */
async function unknownWeighedAndStyle({ page, client, counter }: Day): Promise<void> {
  await counter.scan('6909999999999')
  await page.getByRole('region', { name: '没有这个条码：6909999999999' }).waitFor()
  await page.keyboard.insertText('散装瓜子')
  await counter.press('Enter')
  await counter.type('12.5')
  await counter.press('Enter')
  await counter.has(1, '12.50')
  await atField(page)

  await counter.type('DHP')
  await counter.press('Enter')
  await page.getByRole('region', { name: '称重' }).waitFor()
  await counter.type('0.55')
  await tabTo(page, 'textbox', '去皮（克）')
  await counter.type('50')
  await page.getByText('150.00').first().waitFor()
  await counter.press('Enter')
  await counter.has(2, '162.50')
  await atField(page)

  await counter.type('DY')
  await counter.press('Enter')
  await page.getByRole('grid', { name: '羊毛大衣' }).waitFor()
  await page.keyboard.press('ArrowRight')
  await counter.type('2')
  await counter.press('Enter')
  await counter.has(3, '1,960.50')
  await atField(page)
  await counter.type('/')
  await counter.type('9')
  await counter.press('Enter')
  await counter.has(3, '1,780.70')

  await counter.press('Enter')
  await counter.type('1000')
  await counter.press('Enter')
  await page.getByRole('button', { name: '微信', pressed: true }).waitFor()
  await counter.press('Enter')
  await allowed(counter, page, ['打折'])
  await counter.done()
  const sale = await lastSale(client)
  expect(sale).toMatchObject({ total: 178_070, staffName: CLERK.name })
  expect(sale.lines.map(({ title, quantity }) => [title, quantity])).toEqual([
    ['散装瓜子', 1_000],
    ['大红袍', 500],
    ['羊毛大衣', 2_000],
  ])
  expect(sale.payments).toMatchObject([
    { tender: 'cash', amount: 100_000 },
    { tender: 'wechat', amount: 78_070 },
  ])
  expect(sale.history).toMatchObject([{ staffName: CLERK.name, authorisedByName: MANAGER }])
  expect((await client.products.list({ search: '散装瓜子' })).rows).toMatchObject([{ price: 125_000 }])
}

/** The regular, by the last four digits of a phone: tier price, a gift, the whole at 9.5折, on account. */
async function memberGiftAndAccount({ page, client, counter, barcode }: Day): Promise<void> {
  await counter.press('F4')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '姓名 / 电话 / 编号')
  await counter.type('8888')
  const found = page.getByRole('option', { name: REGULAR })
  await found.getByText('138****8888').waitFor()
  await counter.press('Enter')
  await page.locator('.summary .owed').filter({ hasText: '200.00' }).waitFor()
  await atField(page)
  await counter.scan(barcode(0))
  await counter.has(1, '115.20')
  await counter.scan(barcode(5))
  await counter.has(2, '148.05')
  await counter.press('Alt+KeyG')
  await page.getByRole('region', { name: '赠送「白瓷茶杯」，为什么？' }).waitFor()
  await counter.type('2')
  await counter.press('Enter')
  await counter.has(2, '115.20')
  await atField(page)
  await counter.press('F3')
  await counter.type('9.5')
  await counter.press('Enter')
  await counter.has(2, '109.44')
  await counter.press('F10')
  await page.getByRole('button', { name: '赊账', pressed: true }).waitFor()
  await counter.press('Enter')

  await page.getByText('「赠送」需要店长授权').waitFor()
  await page.keyboard.press('Escape') // nobody is there yet: the basket waits
  await page.getByText('「赠送」需要店长授权').waitFor({ state: 'detached' })
  await counter.has(2, '109.44')
  expect(await sales(client)).toHaveLength(1)
  await atField(page)
  await counter.press('Enter')
  await allowed(counter, page, ['赠送', '打折', '赊账'])
  await counter.done()
  const sale = await lastSale(client)
  expect(sale).toMatchObject({ customerName: REGULAR, total: 10_944, paymentState: 'onAccount' })
  expect(sale.lines.map(({ amount, giftReason }) => [amount, giftReason])).toEqual([
    [10_944, null],
    [0, '老客'],
  ])
  expect(sale.history).toMatchObject([{ staffName: CLERK.name, authorisedByName: MANAGER }])
}

/** Two sales are parked; lines of both come together without a recall, and what stayed is recalled. */
async function parkedMergedAndSplit({ page, client, counter, barcode }: Day): Promise<void> {
  const park = async (code: string, count: number, note: string) => {
    for (let scan = 0; scan < count; scan += 1) await counter.scan(code)
    await counter.press('F11')
    await page.getByRole('region', { name: WORDS.why.park }).waitFor()
    await page.keyboard.insertText(note)
    await counter.press('Enter')
    await page.locator('tr.line').first().waitFor({ state: 'detached' })
    await atField(page)
  }
  await park(barcode(0), 1, '一桌')
  await park(barcode(1), 2, '二桌')
  const row = (note: string) => page.getByRole('button', { name: `取单：${note}` })
  const isOn = (name: string) =>
    page.waitForFunction((label) => document.activeElement?.getAttribute('aria-label') === label, name)

  await counter.press('F12')
  await isOn('取单：二桌')
  await page.keyboard.press('Shift+Enter')
  await isOn('把一件「普洱饼」移到本单')
  await page.keyboard.press('ArrowLeft')
  await tabTo(page, 'button', '保存')
  await counter.press('Enter')
  await counter.has(1, '198.00')
  await counter.press('F12')
  await row('二桌').filter({ hasText: '198.00' }).waitFor()
  await isOn('取单：二桌')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+Enter')
  await tabTo(page, 'button', '把一件「龙井茶」移到本单')
  await page.keyboard.press('Shift+ArrowLeft')
  await tabTo(page, 'button', '保存')
  await counter.press('Enter')
  await counter.has(2, '326.00')
  expect(await client.baskets.parked({})).toMatchObject([{ note: '二桌', itemCount: 1, total: 19_800 }])
  await atField(page)
  await counter.press('Enter')
  await counter.press('Enter')
  await counter.done()

  await counter.press('F12')
  await isOn('取单：二桌')
  await counter.press('Enter')
  await counter.has(1, '198.00')
  await atField(page)
  await counter.press('F6')
  await page.getByRole('button', { name: '微信', pressed: true }).waitFor()
  await counter.press('Enter')
  await counter.done()
  expect(await client.baskets.parked({})).toEqual([])
}

/** 上一单 was paid in cash after all: a clerk finds the way, and the manager allows it. */
async function correctedByPin({ page, client, counter }: Day): Promise<void> {
  await counter.press('Alt+KeyL')
  await page.getByRole('region', { name: '上一单' }).waitFor()
  await tabTo(page, 'button', '更正收款方式')
  await counter.press('Enter')
  const form = page.getByRole('form', { name: '更正收款方式' })
  await form.getByText('微信 减').waitFor()
  await tabTo(page, 'textbox', '原因')
  await page.keyboard.insertText('点错了')
  await counter.press('Enter')
  await allowed(counter, page, ['更正和作废销售'])
  await form.waitFor({ state: 'detached' })
  const sale = await lastSale(client)
  expect(sale.payments.map(({ tender, amount }) => [tender, amount])).toEqual([
    ['wechat', 19_800],
    ['wechat', -19_800],
    ['cash', 19_800],
  ])
  expect(sale.history.at(-1)).toMatchObject({ staffName: CLERK.name, authorisedByName: MANAGER })
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: '上一单' }).waitFor({ state: 'detached' })
  await atField(page)
}

async function collectedTheSameDay({ page, client, counter }: Day, customerId: number): Promise<void> {
  await counter.press('F4')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '姓名 / 电话 / 编号')
  await counter.type('8888')
  await page.getByRole('option', { name: REGULAR }).getByText('309.44').waitFor()
  await counter.press('Enter')
  await atField(page)
  await counter.press('Alt+KeyV')
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.value === '309.44')
  await counter.type('100')
  await counter.press('Enter')
  await page.getByText('已收 ¥100.00，还欠 ¥209.44').waitFor()
  await page.getByRole('form', { name: '收欠款' }).waitFor({ state: 'detached' })
  expect(await client.customers.get({ customerId })).toMatchObject({ owed: 20_944 })
  await atField(page)
}

/** Nobody touched the counter for a while: it locks itself, and the PIN brings the basket back. */
async function lockedMeanwhile({ page, counter, barcode }: Day): Promise<void> {
  await counter.scan(barcode(2))
  await counter.has(1, '233.10')
  await page.evaluate(() => localStorage.setItem('guitai.lastActive', String(Date.now() - 11 * 60_000)))
  await page.reload()
  await page.getByRole('dialog', { name: '已锁屏' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'PIN 码')
  await counter.type(PIN)
  await counter.press('Enter')
  await counter.has(1, '233.10')
  await atField(page)
  await counter.press('Alt+KeyQ')
  await page.locator('tr.line').waitFor({ state: 'detached' })
}

/** The drawer is counted blind, and the report says what the day was. */
async function counted({ page, client, counter }: Day): Promise<void> {
  await page.keyboard.press('Control+KeyK')
  // The counter's own field is one too.
  await page.waitForFunction(() => document.activeElement?.matches('dialog [role=combobox]'))
  await page.keyboard.insertText('班次')
  await page.getByRole('option', { name: /班次/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await tabTo(page, 'button', '点钱交班')
  await counter.press('Enter')
  // 21 of a hundred, one of twenty, four of one: what should lie there, and nobody has said so yet.
  for (const notes of ['21', '', '1', '', '', '4', '', '']) {
    await counter.type(notes)
    await counter.press('Enter')
  }
  const region = page.getByRole('region', { name: '班次', exact: true })
  expect(await region.innerText()).not.toContain('应有现金')
  await counter.press('Enter')
  await region.getByText('分毫不差').waitFor()
  await page.getByRole('form', { name: '交班' }).waitFor()
  await counter.press('Enter')
  const closed = page.getByRole('region', { name: '已交班' })
  await closed.waitFor()
  const { rows } = await client.drawer.list({})
  const { takings, sensitive } = await client.drawer.report({ shiftId: rows[0]?.id ?? 0 })
  expect(takings).toMatchObject({
    sales: { count: 4, amount: 178_070 + 10_944 + 32_600 + 19_800 },
    gifts: { count: 1, amount: 3_285 },
    onAccount: 10_944,
    collected: [{ tender: 'cash', count: 1, amount: 10_000 }],
  })
  const byTender = Object.fromEntries(takings?.tenders.map(({ tender, amount }) => [tender, amount]) ?? [])
  expect(byTender).toEqual({ cash: 100_000 + 32_600 + 19_800, wechat: 78_070, onAccount: 10_944 })
  const kinds = sensitive.map(({ kind, staffName, count }) => `${kind} ${staffName} ${String(count)}`)
  expect(kinds.toSorted()).toEqual(
    ['basketCleared 小林 1', 'discounted 小林 2', 'gift 小林 1', 'tenderCorrected 小林 1'].toSorted(),
  )

  await tabTo(page, 'link', '查看和打印')
  await page.keyboard.press('Enter')
  const paper = page.getByRole('article').getByText('交班单')
  await paper.waitFor()
  const text = await page.locator('body').innerText()
  for (const said of ['赠品', '赊账', '收欠款', '敏感操作', '更正收款方式 小林', '折扣 小林'])
    expect(text).toContain(said)
}
