/** The drawer: opened, moved, counted before one is told, closed. */
import { expect } from 'vitest'
import { openAt, owner, screenTest } from './shop.ts'

screenTest('a shift is opened, money paid in, counted and closed', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await openAt(screen, '/shift')
  await page.getByRole('textbox', { name: '备用金' }).fill('300')
  await page.getByRole('button', { name: '开班' }).click()

  await page.getByRole('button', { name: '存入现金' }).click()
  await page.getByRole('textbox', { name: '存入现金' }).fill('50')
  await page.getByRole('textbox', { name: '原因' }).fill('补零钱')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('cell', { name: '补零钱' }).waitFor()

  await page.getByRole('button', { name: '支出现金' }).click()
  await page.getByRole('textbox', { name: '支出现金' }).fill('1000')
  await page.getByRole('textbox', { name: '原因' }).fill('进货')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('alert').filter({ hasText: '现金不够' }).waitFor()
  await page.getByRole('button', { name: '取消' }).click()

  await page.getByRole('button', { name: '交班' }).click()
  await page.getByRole('textbox', { name: '实点现金' }).fill('345')
  const form = page.getByRole('form', { name: '交班' })
  await form.getByRole('button', { name: '交班' }).click()
  await page.getByText('交班后不能再改').waitFor()
  await page.getByRole('button', { name: '交班' }).last().click()
  const closed = page.getByRole('region', { name: '已交班' })
  await closed.getByText('短款').waitFor()
  await closed.getByText('-5.00').or(closed.getByText('5.00')).first().waitFor()

  expect(await client.drawer.current({})).toBeNull()
  expect((await client.drawer.list({})).rows).toMatchObject([{ state: 'closed', expected: 35_000, difference: -500 }])
})
