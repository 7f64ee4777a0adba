/** The palette leads everywhere; lists remember their columns and can be taken along as files. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { keyboardOf } from './keyboard.ts'
import { unreadable } from './seeing.ts'
import { openAt, owner, screenTest } from './shop.ts'
import { someTrade } from './trade.ts'

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('button', { name }).click()
  return readFile(await (await download).path())
}

screenTest(
  'Ctrl+K finds a document by its number, a screen by pinyin, and Escape changes nothing',
  {},
  async (screen) => {
    const { page } = screen
    const trade = await someTrade(await owner(screen))
    await openAt(screen, '/stock')
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: '搜单号、客户、商品、页面' })
    await field.waitFor()
    expect(await unreadable(page)).toEqual([])
    const hand = await keyboardOf(page)
    await hand.type(trade.account.number)
    await hand.press('Enter')
    await page.getByRole('heading', { name: trade.account.number }).waitFor()

    await page.keyboard.press('Control+k')
    await field.waitFor()
    await hand.type('kh')
    await page.getByRole('option', { selected: true, name: /客户/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/#/customers')

    await page.keyboard.press('Control+k')
    await field.waitFor()
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    expect(page.url()).toContain('#/customers')
  },
)

screenTest('a list is exported as it is filtered and shown, as CSV and as a workbook', {}, async (screen) => {
  const { page } = screen
  const trade = await someTrade(await owner(screen))
  await openAt(screen, '/documents')
  await page.getByRole('radio', { name: '退货' }).check()
  await page.getByRole('row').filter({ hasText: trade.returned.number }).waitFor()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
  const csv = (await downloaded(page, 'CSV 文本（.csv）')).toString('utf8')
  expect(csv.startsWith('\uFEFF单号,')).toBe(true)
  expect(csv.trim().split('\r\n')).toHaveLength(2)
  expect(csv).toContain(trade.returned.number)

  await page.getByText('已导出 1 行').first().waitFor()
  const workbook = unzipSync(await downloaded(page, 'Excel 表格（.xlsx）'))
  expect(strFromU8(workbook['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain(trade.returned.number)
})

screenTest('a column that was left out stays so after a reload, on the screen and in the file', {}, async (screen) => {
  const { page } = screen
  await someTrade(await owner(screen))
  await openAt(screen, '/documents')
  const goods = page.getByRole('columnheader', { name: '商品' })
  await goods.waitFor()
  await page.getByRole('button', { name: '显示的列' }).click()
  await page.getByRole('checkbox', { name: '商品' }).uncheck()
  await goods.waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('tbody tr').first().waitFor()
  expect(await goods.count()).toBe(0)
  const [head] = (await downloaded(page, 'CSV 文本（.csv）')).toString('utf8').split('\r\n')
  expect(head).not.toContain('商品')
})
