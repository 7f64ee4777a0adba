/** The user guide, from the screen where help is wanted. */
import { expect } from 'vitest'
import { counterOn } from './counter.ts'
import { stocked, withOpenShift } from './goods.ts'
import { sideways, unreadable } from './seeing.ts'
import { openAt, owner, screenTest } from './shop.ts'

screenTest('F1 opens what helps here, links lead on, and F1 goes back to the open basket', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const [first] = await stocked(client)
  await withOpenShift(client)
  await openAt(screen, '/counter')
  const counter = await counterOn(page)
  await counter.scan(first?.barcode ?? '')
  await counter.lines.first().waitFor()
  await counter.press('F1')
  await page.getByRole('heading', { level: 1, name: '收银', exact: true }).waitFor()
  await page.getByRole('heading', { name: '一笔最快的销售' }).waitFor()
  const picture = page.getByRole('img', { name: '收银台' })
  await page.waitForFunction((image) => (image as HTMLImageElement).naturalWidth > 0, await picture.elementHandle())
  expect(await sideways(page)).toEqual([])
  expect(await unreadable(page)).toEqual([])

  await page.getByRole('link', { name: '第一天' }).click()
  await page.getByRole('article').getByRole('link', { name: '备份与恢复' }).click()
  await page.getByRole('heading', { level: 1, name: '备份与恢复' }).waitFor()

  await page.goBack()
  await page.goBack()
  await counter.press('F1')
  await counter.lines.first().waitFor()
})
