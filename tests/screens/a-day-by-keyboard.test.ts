/** The end of a shop's day without a mouse: an exchange, a mistake put right, the blind count, the day's end. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { counterOn, WORDS } from './counter.ts'
import { stocked, withOpenShift } from './goods.ts'
import { openAt, owner, screenTest } from './shop.ts'

const atCounter = (page: Page) =>
  page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')

screenTest('exchanges and mistakes are put right, then the drawer is counted and the day ends', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const goods = await stocked(client)
  await withOpenShift(client)
  await openAt(screen, '/counter')
  const counter = await counterOn(page)
  const barcode = (at: number) => goods[at]?.barcode ?? ''
  const sales = async () => (await client.documents.list({ kind: 'sale' })).rows
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name, exact: true }).focus()
    await counter.press('Enter')
  }

  await counter.scan(barcode(0))
  await counter.press('Enter')
  await counter.press('Enter')
  await counter.done()
  const [first] = await sales()
  await counter.press('Alt+KeyR')
  await page.getByRole('combobox', { name: '扫小票' }).waitFor()
  await counter.scan(first?.number ?? '')
  await page.getByRole('heading', { name: `退货：${first?.number ?? ''}` }).waitFor()
  await page.getByRole('textbox', { name: '龙井茶 退几件' }).focus()
  await counter.type('1')
  await page.getByRole('form', { name: '退款' }).getByText('128.00').waitFor()
  await press('换货，放进本单')
  await page.getByRole('list', { name: WORDS.returned }).getByText('龙井茶').waitFor()
  await atCounter(page)
  await counter.scan(barcode(1))
  await counter.has(1, '70.00')
  await counter.press('Enter')
  await counter.press('Enter')
  await counter.done()
  expect((await client.documents.list({ kind: 'customerReturn' })).rows).toMatchObject([{ total: -12_800 }])

  await counter.scan(barcode(2))
  await counter.press('Enter')
  await counter.press('Control+Enter')
  await counter.done()
  await counter.press('Alt+KeyL')
  await press(WORDS.voidAndReopen)
  await page.getByRole('form', { name: '作废' }).getByRole('textbox', { name: '原因' }).focus()
  await counter.type('wrong size')
  await counter.press('Enter')
  await counter.has(1, '259.00')
  await atCounter(page)
  await counter.press('Enter')
  await counter.press('Enter')
  await counter.done()

  await page.goto(`${screen.origin}/#/shift`)
  await press('点钱交班')
  await counter.type('1')
  for (let note = 0; note < 8; note += 1) await counter.press('Enter')
  const region = page.getByRole('region', { name: '班次', exact: true })
  expect(await region.innerText()).not.toContain('应有现金')
  await counter.press('Enter')
  await region.getByText('短款').waitFor()
  await page.getByRole('textbox', { name: '差额原因' }).focus()
  await counter.type('counted nothing')
  await counter.press('Enter')
  await page.getByRole('region', { name: '已交班' }).waitFor()
  await page.goto(`${screen.origin}/#/day-end`)
  await press('今天结束')
  await page.getByText('今天结好了').waitFor()
})
