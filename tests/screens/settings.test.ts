/** The shop's own facts, its copies, its records and their proof. */
import { expect } from 'vitest'
import { openAt, owner, screenTest } from './shop.ts'
import { someTrade } from './trade.ts'

screenTest('the shop is described, and keeps what was typed', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await openAt(screen, '/settings')
  const save = page.getByRole('button', { name: '保存' })
  expect(await save.isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: '地址' }).fill('河坊街 88 号')
  await page.getByRole('textbox', { name: '小票结尾' }).fill('七日内凭小票退换。\n谢谢光临')
  await page.getByRole('radio', { name: '58 mm' }).check()
  await page.getByRole('combobox', { name: '日切时间' }).selectOption('4')
  await save.click()
  await page.getByText('设置已保存').waitFor()
  expect(await client.settings.get({})).toMatchObject({
    address: '河坊街 88 号',
    receiptFooter: '七日内凭小票退换。\n谢谢光临',
    receiptWidth: 58,
    dayStartHour: 4,
  })

  await page.getByRole('textbox', { name: '店名' }).fill('')
  await save.click()
  await page.getByRole('group', { name: '店名' }).getByRole('alert').waitFor()
  await page.getByRole('button', { name: '放弃修改' }).click()
  expect(await page.getByRole('textbox', { name: '店名' }).inputValue()).toBe('小店')
})

screenTest('a copy is taken on demand and listed', {}, async (screen) => {
  const { page } = screen
  await openAt(screen, '/settings')
  await page.getByRole('button', { name: '立即备份' }).click()
  await page.getByText('备份好了').waitFor()
  await page.getByRole('table', { name: '备份' }).getByText('手动备份').waitFor()
})

screenTest('what was done is recorded in words, and every sum of the shop is proven', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { cash } = await someTrade(client)
  await openAt(screen, '/audit')
  const rows = page.getByRole('table', { name: '操作日志' }).locator('tbody tr')
  await rows.filter({ hasText: cash.number }).filter({ hasText: '销售' }).waitFor()
  await page.getByRole('button', { name: '体检' }).click()
  await page.getByText('全部对得上').waitFor()
  await page.getByText('库存等于流水之和').waitFor()
  await rows.filter({ hasText: cash.number }).click()
  await page.getByRole('heading', { name: cash.number }).waitFor()
})
