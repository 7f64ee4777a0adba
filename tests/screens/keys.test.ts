/** The keys of this device: chosen as a preset, changed one by one, and in force at the counter. */
import { expect } from 'vitest'
import { counterOn, WORDS } from './counter.ts'
import { unreadable } from './seeing.ts'
import { openAt, owner, screenTest } from './shop.ts'
import { stocked, withOpenShift } from './goods.ts'

screenTest('keys follow a preset or one’s own hand, stay after a reload, and work', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await stocked(client)
  await withOpenShift(client)
  await openAt(screen, '/keys')
  await page.getByRole('button', { name: '管家婆习惯' }).click()
  await page.getByRole('button', { name: '取单：F8' }).waitFor()
  await page.getByRole('button', { name: '银豹习惯' }).click()
  await page.getByRole('button', { name: '选客户：F9' }).waitFor()
  expect(await unreadable(page)).toEqual([])

  await page.getByRole('button', { name: '选客户：F9' }).focus()
  await page.keyboard.press('F2')
  await page.getByRole('alert').filter({ hasText: '找商品' }).waitFor()
  await page.getByRole('button', { name: '查价：Alt+P' }).focus()
  await page.keyboard.press('KeyQ')
  await page.getByRole('status').filter({ hasText: '「清空」改用了 Alt+P' }).waitFor()
  await page.getByText('已自行修改').waitFor()

  await page.reload()
  await page.getByRole('button', { name: '查价：Alt+Q' }).waitFor()
  await openAt(screen, '/counter')
  const counter = await counterOn(page)
  await counter.press('F9')
  await page.getByRole('textbox', { name: WORDS.customerSearch }).waitFor()
})
