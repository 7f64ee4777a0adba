/** Wherever the cursor stands, a scanner ends its own line and nothing else: no form of the shop is sent by it. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { aCustomer, stocked, withOpenShift } from './goods.ts'
import { keyboardOf } from './keyboard.ts'
import { openAt, owner, rid, screenTest, type Client, type Screen } from './shop.ts'
import { someTrade } from './trade.ts'

const EAN_13 = 6_988_888_888_000
const EAN_8 = 96_385_000
/** Each code is another, so that what is said of it is said of it. */
let scans = 0

/** Scans into a field as a wedge scanner does, and says that it stands there as before, with the scan heard of. */
async function scannedInto(page: Page, field: Locator, from: number): Promise<void> {
  const code = String(from + ++scans)
  const before = await field.inputValue()
  await field.focus()
  await (await keyboardOf(page)).wedge(code)
  await page.getByRole('status').filter({ hasText: code }).last().waitFor()
  expect(await field.inputValue()).toBe(before)
}

/** What the shop wrote down since. */
async function commandsOf(client: Client) {
  return (await client.audit.list({ limit: 1 })).rows[0]?.seq
}

async function booksNothing(client: Client, act: () => Promise<void>): Promise<void> {
  const before = await commandsOf(client)
  await act()
  expect(await commandsOf(client)).toBe(before)
}

async function aShift(screen: Screen): Promise<Client> {
  const client = await owner(screen)
  await stocked(client)
  await withOpenShift(client)
  return client
}

screenTest('a refund is given by a person: 退货原因 and the count', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { cash } = await someTrade(client)
  await openAt(screen, `/counter/return/${cash.id}`)
  await page.getByRole('textbox', { name: '龙井茶 退几件' }).fill('1')
  await page.getByRole('form', { name: '退款' }).getByRole('button', { name: '退款', disabled: false }).waitFor()
  await booksNothing(client, async () => {
    await page.getByRole('textbox', { name: '退货原因' }).fill('买多了')
    await scannedInto(page, page.getByRole('textbox', { name: '退货原因' }), EAN_13)
    await scannedInto(page, page.getByRole('textbox', { name: '龙井茶 退几件' }), EAN_8)
  })
  await page.getByRole('textbox', { name: '退货原因' }).focus()
  await (await keyboardOf(page)).press('Enter')
  await page.getByRole('region', { name: '已退货' }).waitFor()
})

screenTest('a debt is collected by a person: 收到现金 and the amount', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { customerId } = await someTrade(client)
  await openAt(screen, `/customers/${customerId}`)
  await page.getByRole('button', { name: '收欠款' }).click()
  const form = page.getByRole('form', { name: '收欠款' })
  await booksNothing(client, async () => {
    await form.getByRole('textbox', { name: '收多少' }).fill('100')
    await scannedInto(page, form.getByRole('textbox', { name: '收到现金' }), EAN_8)
    await scannedInto(page, form.getByRole('textbox', { name: '收多少' }), EAN_13)
  })
  expect(await client.customers.get({ customerId })).toMatchObject({ owed: 77_700 })
})

screenTest('cash goes in and out of the drawer, and it opens, by a person', {}, async (screen) => {
  const { page } = screen
  const client = await aShift(screen)
  await openAt(screen, '/shift')
  for (const move of ['存入现金', '支出现金', '上缴现金']) {
    await page.getByRole('button', { name: move, exact: true }).click()
    const form = page.getByRole('form', { name: move })
    await booksNothing(client, async () => {
      await form.getByRole('textbox', { name: move }).fill('5')
      await form.getByRole('textbox', { name: '原因' }).fill('零钱')
      await scannedInto(page, form.getByRole('textbox', { name: '原因' }), EAN_13)
      await scannedInto(page, form.getByRole('textbox', { name: move }), EAN_8)
    })
  }
  await page.getByRole('button', { name: '空开钱箱' }).click()
  await booksNothing(client, async () => {
    await page.getByRole('form', { name: '空开钱箱' }).getByRole('textbox', { name: '原因' }).fill('换零钱')
    await scannedInto(page, page.getByRole('textbox', { name: '原因' }), EAN_13)
  })
})

screenTest('a drawer is counted and a shift closed by a person', {}, async (screen) => {
  const { page } = screen
  const client = await aShift(screen)
  await openAt(screen, '/shift')
  await page.getByRole('button', { name: '点钱交班' }).click()
  const notes = page.getByRole('form', { name: '点钱' }).getByRole('textbox').first()
  await booksNothing(client, async () => {
    await notes.fill('5')
    await scannedInto(page, notes, EAN_8)
  })
  await notes.fill('')
  await (await keyboardOf(page)).type('12345')
  expect(await notes.inputValue()).toBe('1234') // so many notes are the most that anybody counts
  await client.drawer.count({ requestId: rid(), counted: 40_000 })
  await openAt(screen, '/shift')
  const reason = page.getByRole('textbox', { name: '差额原因' })
  await booksNothing(client, async () => {
    await reason.fill('找错零')
    await scannedInto(page, reason, EAN_13)
    await scannedInto(page, page.getByRole('textbox', { name: '上缴现金' }), EAN_8)
  })
  expect(await client.drawer.current({})).toMatchObject({ state: 'counted' })
})

screenTest('a shift is opened by a person', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await openAt(screen, '/shift')
  await scannedInto(page, page.getByRole('textbox', { name: '备用金' }), EAN_13)
  expect(await client.drawer.current({})).toBeNull()
})

screenTest('a sale is corrected and voided by a person', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { cash, account } = await someTrade(client)
  for (const [action, sale] of [
    ['更正收款方式', cash],
    ['作废', account],
  ] as const) {
    await openAt(screen, `/documents/${sale.id}`)
    await page.getByRole('button', { name: action, exact: true }).first().click()
    const form = page.getByRole('form', { name: action })
    await booksNothing(client, async () => {
      await form.getByRole('textbox', { name: '原因' }).fill('按错了')
      await scannedInto(page, form.getByRole('textbox', { name: '原因' }), EAN_13)
    })
  }
})

screenTest('a member is added to a sale by a person', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { cash } = await someTrade(client)
  await openAt(screen, `/documents/${cash.id}`)
  await page.getByRole('button', { name: '补记会员' }).click()
  const search = page.getByRole('textbox', { name: '姓名 / 电话 / 编号' })
  const customer = page.getByRole('listbox').getByRole('option').first()
  await customer.waitFor()
  await booksNothing(client, () => scannedInto(page, search, EAN_13))
  await customer.click()
  const confirm = page.getByRole('form', { name: '补记会员' }).getByRole('button').first()
  await confirm.focus()
  await booksNothing(client, () => keyboardOf(page).then((keyboard) => keyboard.wedge(String(EAN_8))))
  expect((await client.documents.get({ documentId: cash.id })).customerId).toBeNull()
})

screenTest('settings, people, tiers and prices are saved by a person', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const [tea] = await stocked(client)
  await aCustomer(client)
  const { productId } = (await client.products.scan({ code: tea?.barcode ?? '' })) ?? { productId: 0 }
  const product = `/products/${productId}`
  for (const path of ['/settings', '/staff/1', '/customers/tiers', '/stock/warehouses', '/customers/new', product]) {
    await openAt(screen, path)
    const field = page.getByRole('main').locator('form input[type=text]').first()
    await field.waitFor()
    await booksNothing(client, () => scannedInto(page, field, EAN_13))
  }
})
