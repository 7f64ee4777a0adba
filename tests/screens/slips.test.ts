/** Slips of a hand at the counter: each says what is wrong, and nothing is sold for another sum than the basket's. */
import { expect } from 'vitest'
import { counterOn, WORDS } from './counter.ts'
import { stocked, withOpenShift } from './goods.ts'
import { openAt, owner, screenTest, type Screen } from './shop.ts'

async function atTheCounter(screen: Screen) {
  const client = await owner(screen)
  const goods = await stocked(client)
  await withOpenShift(client)
  await openAt(screen, '/counter')
  const barcode = (at: number) => goods[at]?.barcode ?? ''
  return { client, goods, barcode, counter: await counterOn(screen.page) }
}

const focused = (screen: Screen) => screen.page.evaluate(() => document.activeElement?.tagName ?? '')

screenTest('an agreed total of nothing takes the agreed total away', {}, async (screen) => {
  const { barcode, counter } = await atTheCounter(screen)
  const agree = async (total: string) => {
    await counter.press('Alt+KeyT')
    await counter.type(total)
    await counter.press('Enter')
  }
  await counter.scan(barcode(0))
  await counter.has(1, '128.00')
  await agree('100')
  await counter.has(1, '100.00')
  await agree('0')
  await counter.has(1, '128.00')
})

screenTest('a discount above the line says what its most is, and is never paid at the old sum', {}, async (screen) => {
  const { page } = screen
  const { barcode, counter } = await atTheCounter(screen)
  await counter.scan(barcode(1))
  await counter.scan(barcode(0))
  await counter.has(2, '326.00')
  await counter.type('/-500')
  await counter.press('Enter')
  await counter.said.filter({ hasText: '最多 ¥128.00' }).waitFor()
  expect(await page.getByText('-0.00').count()).toBe(0)
  await counter.press('Enter')
  await counter.press('F6')
  await counter.said.filter({ hasText: '最多 ¥128.00' }).waitFor()
  expect(await page.getByRole('button', { name: WORDS.finish }).count()).toBe(0)
  await counter.type('/0')
  await counter.press('Enter')
  await counter.has(2, '326.00')
  await counter.press('Enter')
  await page.getByRole('button', { name: WORDS.finish }).waitFor()
})

screenTest('a quantity that cannot be says so and stays to be mended', {}, async (screen) => {
  const { barcode, counter } = await atTheCounter(screen)
  await counter.scan(barcode(0))
  await counter.has(1, '128.00')
  await counter.type('99999999*')
  await counter.said.filter({ hasText: WORDS.said.not.quantity }).waitFor()
  await counter.press('Backspace')
  expect(await counter.field.inputValue()).toBe('9999999')
})

screenTest(
  'the key for odd money goes from 元 to 5 元 to 角 and away, and its button says where it is',
  {},
  async (screen) => {
    const { page } = screen
    const { barcode, counter } = await atTheCounter(screen)
    await counter.scan(barcode(5)) // 36.50
    await counter.scan(barcode(7)) // 29.90
    await counter.has(2, '66.40')
    for (const [name, due] of [
      ['抹到元', '66.00'],
      ['抹到 5 元', '65.00'],
      ['抹到角', '66.40'],
      ['抹零', '66.40'],
    ] as const) {
      await counter.press('Alt+KeyM')
      await page.getByRole('button', { name, exact: true }).waitFor()
      await counter.has(2, due)
    }
  },
)

screenTest('a sum of any length stays inside the money’s panel', {}, async (screen) => {
  const { page } = screen
  const { barcode, counter } = await atTheCounter(screen)
  await counter.scan(barcode(0))
  await counter.has(1, '128.00')
  await counter.type('1000000*')
  await counter.has(1, '128,000,000.00')
  const room = () =>
    page.evaluate(() => {
      const panel = document.querySelector('aside.money')!
      const figure = document.querySelector('.due-figure')!.getBoundingClientRect()
      const isWithin = figure.right < panel.getBoundingClientRect().right
      return { over: panel.scrollWidth - panel.clientWidth, isWithin }
    })
  // As soon as it is drawn.
  await expect.poll(room).toEqual({ over: 0, isWithin: true })
})

/** A sale of seven lines, made at the counter itself. */
async function sevenLines(screen: Screen) {
  const at = await atTheCounter(screen)
  for (let each = 0; each < 7; each += 1) await at.counter.scan(at.barcode(each))
  await at.counter.has(7, '1,553.50')
  await at.counter.press('Enter')
  await at.counter.press('Enter')
  await at.counter.done()
  return at
}

screenTest(
  'the last sale says how many lines it does not show, and a correction leaves the focus in it',
  {},
  async (screen) => {
    const { page } = screen
    const { client } = await sevenLines(screen)
    await page.keyboard.press('Alt+KeyL')
    const last = page.getByRole('region', { name: WORDS.do.lastSale })
    await last.getByText('…还有 2 行').waitFor()
    await last.getByRole('button', { name: '更正收款方式' }).click()
    await last.getByRole('textbox', { name: '原因' }).fill('点错了')
    await page.keyboard.press('Enter')
    await last.getByRole('button', { name: '看单据' }).waitFor()
    expect(await focused(screen)).toBe('BUTTON')
    expect((await client.documents.list({ kind: 'sale' })).rows).toHaveLength(1)
  },
)

for (const way of ['by click', 'by Enter'] as const)
  screenTest(`a sale voided ${way} opens its basket, and the field has the focus`, {}, async (screen) => {
    const { page } = screen
    await sevenLines(screen)
    await page.keyboard.press('Alt+KeyL')
    const last = page.getByRole('region', { name: WORDS.do.lastSale })
    await last.getByRole('button', { name: WORDS.voidAndReopen }).click()
    await last.getByRole('textbox', { name: '原因' }).fill('打错了')
    if (way === 'by Enter') await page.keyboard.press('Enter')
    else await last.getByRole('button', { name: '作废' }).click()
    await page.getByText('1,553.50').first().waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
  })

screenTest('a correction on the page of its sale leaves the focus among its actions', {}, async (screen) => {
  const { page } = screen
  const { client } = await sevenLines(screen)
  const [sale] = (await client.documents.list({ kind: 'sale' })).rows
  await openAt(screen, `/documents/${String(sale?.id)}`)
  await page.getByRole('button', { name: '更正收款方式' }).click()
  await page.getByRole('textbox', { name: '原因' }).fill('点错了')
  await page.keyboard.press('Enter')
  await page.getByRole('form', { name: '更正收款方式' }).waitFor({ state: 'detached' })
  expect(await focused(screen)).toBe('BUTTON')
})
