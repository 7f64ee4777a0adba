/** Selling at the counter, mostly without a mouse. */
import { expect } from 'vitest'
import { aPrinter } from '../../src/main/testing/a-printer.ts'
import { counterOn, WORDS } from './counter.ts'
import { aCustomer, stocked, withOpenShift } from './goods.ts'
import { openAt, owner, rid, screenTest, type Screen } from './shop.ts'

const TILL = { name: '收银台', kind: 'network', columns: 48, cuts: true, drawerPin: null, copies: 1 } as const

/** A stocked shop with an open shift, and its owner at the counter. */
async function atTheCounter(screen: Screen) {
  const client = await owner(screen)
  const goods = await stocked(client)
  await withOpenShift(client)
  await openAt(screen, '/counter')
  const barcode = (at: number) => goods[at]?.barcode ?? ''
  const sales = async () => (await client.documents.list({ kind: 'sale' })).rows
  return { client, goods, barcode, sales, counter: await counterOn(screen.page) }
}

screenTest('scan, scan, Enter, Enter sells two things for the exact cash', {}, async (screen) => {
  const { client, barcode, sales, counter } = await atTheCounter(screen)
  await counter.scan(barcode(0))
  await counter.scan(barcode(1))
  await counter.press('Enter')
  await counter.press('Enter')
  await counter.done()

  const [sale] = await sales()
  expect(sale).toMatchObject({ total: 32_600, paymentState: 'paid', lineCount: 2 })
  const { payments } = await client.documents.get({ documentId: sale?.id ?? 0 })
  expect(payments).toMatchObject([{ tender: 'cash', amount: 32_600, received: 32_600, change: 0 }])
})

screenTest('a discounted sale is paid with two tenders and change, by keyboard alone', {}, async (screen) => {
  const { client, barcode, sales, counter } = await atTheCounter(screen)
  await counter.scan(barcode(0))
  await counter.scan(barcode(4))
  await counter.has(2, '516.00')
  await counter.press('ArrowUp')
  await counter.type('3*')
  await counter.has(2, '772.00')
  await counter.type('/')
  await counter.type('9')
  await counter.press('Enter')
  await counter.has(2, '733.60')
  await counter.press('F3')
  await counter.type('-33.6')
  await counter.press('Enter')
  await counter.has(2, '700.00')
  await counter.press('F6')
  await counter.type('500')
  await counter.press('Enter')
  await screen.page.getByText(WORDS.left).waitFor()
  await counter.type('300')
  await counter.press('Enter')
  await counter.done()
  expect(await counter.change.innerText()).toContain('100.00')

  const [sale] = await sales()
  const document = await client.documents.get({ documentId: sale?.id ?? 0 })
  expect(document).toMatchObject({ subtotal: 77_200, discountTotal: 7_200, total: 70_000 })
  expect(document.lines[0]).toMatchObject({ quantity: 3_000, lineDiscount: 3_840 })
  expect(document.payments).toMatchObject([
    { tender: 'wechat', amount: 50_000 },
    { tender: 'cash', amount: 20_000, received: 30_000, change: 10_000 },
  ])
})

screenTest('a scanner’s own Enter never opens or finishes a payment', {}, async (screen) => {
  const { barcode, sales, counter } = await atTheCounter(screen)
  await counter.scan(barcode(0))
  await counter.press('Enter')
  await screen.page.getByRole('button', { name: WORDS.finish }).waitFor()
  await counter.scan(barcode(1))
  await counter.has(2, '326.00')
  await screen.page.getByRole('button', { name: WORDS.checkout }).waitFor()
  expect(await sales()).toEqual([])
})

screenTest('goods are found by pinyin initials, arrows and Enter', {}, async (screen) => {
  const { counter } = await atTheCounter(screen)
  await counter.type('hc')
  const options = screen.page.getByRole('option')
  await options.filter({ hasText: '茉莉花茶' }).waitFor()
  await counter.press('Enter')
  await counter.has(1, '45.00')
  expect(await counter.field.inputValue()).toBe('')
})

screenTest('what is not known is said, and nothing is sold', {}, async (screen) => {
  const { counter } = await atTheCounter(screen)
  await counter.scan('9999999999999')
  await counter.said.filter({ hasText: '9999999999999' }).waitFor()
  expect(await counter.lines.count()).toBe(0)
})

screenTest('a removed line comes back with undo, and the basket outlives a reload', {}, async (screen) => {
  const { barcode, counter } = await atTheCounter(screen)
  await counter.scan(barcode(0))
  await counter.scan(barcode(1))
  await counter.has(2, '326.00')
  await counter.press('Delete')
  await counter.has(1, '128.00')
  await screen.page.getByRole('button', { name: '撤销' }).click()
  await counter.has(2, '326.00')
  await screen.page.reload()
  await counter.has(2, '326.00')
})

screenTest('undo puts back what was removed and nothing else, into the basket it was in', {}, async (screen) => {
  const { barcode, counter } = await atTheCounter(screen)
  const undo = screen.page.getByRole('button', { name: '撤销' })
  await counter.scan(barcode(0))
  await counter.has(1, '128.00')
  await counter.press('F11')
  await counter.press('Enter')
  await screen.page.getByText(/取单.*1/).waitFor()

  await counter.scan(barcode(0))
  await counter.has(1, '128.00')
  await counter.press('Delete')
  await counter.scan(barcode(1))
  await counter.has(1, '198.00')
  await undo.click()
  await counter.has(2, '326.00')

  await counter.press('Delete')
  await counter.has(1, '198.00')
  await counter.press('F12')
  await screen.page.locator('.parked .sale').first().waitFor()
  await screen.page.keyboard.press('Enter')
  await counter.has(1, '128.00')
  await undo.last().click()
  await counter.has(1, '128.00')
})

screenTest('after a lost answer the same sale is asked for again and booked once', {}, async (screen) => {
  const { barcode, sales, counter } = await atTheCounter(screen)
  const { page } = screen
  await page.route('**/rpc/orders/sell', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await counter.scan(barcode(0))
  await counter.press('Enter')
  await counter.press('Enter')
  await counter.said.filter({ hasText: '不会重复入账' }).waitFor()
  await page.unroute('**/rpc/orders/sell')
  await counter.press('Enter')
  await counter.done()
  expect(await sales()).toHaveLength(1)
})

screenTest('a price that changes meanwhile is shown before any money is taken', {}, async (screen) => {
  const { client, goods, barcode, counter } = await atTheCounter(screen)
  await counter.scan(barcode(0))
  await counter.has(1, '128.00')
  const { productId } = (await client.products.scan({ code: barcode(0) })) ?? { productId: 0 }
  const product = await client.products.get({ productId })
  const skus = product.skus.map((sku) => ({ ...sku, price: 1_380_000 }))
  await client.products.update({ requestId: rid(), ...product, productId, skus })
  await counter.has(1, '138.00')
  expect(goods).toHaveLength(9)
})

screenTest('a customer buys on account', {}, async (screen) => {
  const { client, barcode, sales, counter } = await atTheCounter(screen)
  const customer = await aCustomer(client)
  await counter.scan(barcode(0))
  await counter.has(1, '128.00')
  await counter.press('F10')
  const search = screen.page.getByRole('textbox', { name: WORDS.customerSearch })
  await search.fill('和平')
  await screen.page.getByRole('option', { name: '和平茶行' }).click()
  await screen.page.getByRole('button', { name: '赊账', pressed: true }).waitFor()
  await screen.page.getByRole('button', { name: WORDS.finish }).click()
  await counter.done()
  expect(await sales()).toMatchObject([{ paymentState: 'onAccount', customerName: '和平茶行' }])
  expect(await client.customers.get({ customerId: customer.id })).toMatchObject({ owed: 12_800 })
})

screenTest('without an open shift it is opened in place, then sold', {}, async (screen) => {
  const client = await owner(screen)
  const goods = await stocked(client)
  await openAt(screen, '/counter')
  const counter = await counterOn(screen.page)
  await counter.scan(goods[0]?.barcode ?? '')
  await counter.has(1, '128.00')
  await screen.page.getByRole('textbox', { name: '备用金' }).fill('200')
  await screen.page.getByRole('button', { name: '开班' }).click()
  await screen.page.getByRole('button', { name: WORDS.checkout }).click()
  await screen.page.getByRole('button', { name: WORDS.finish }).click()
  await counter.done()
  const counted = await client.drawer.count({ requestId: rid(), counted: 32_800 })
  expect(counted).toMatchObject({ float: 20_000, expected: 32_800 })
})

screenTest('the sale just made can be printed, also after a look elsewhere', {}, async (screen) => {
  const { barcode, sales, counter } = await atTheCounter(screen)
  const { page } = screen
  await counter.scan(barcode(0))
  await counter.press('Enter')
  await counter.press('Enter')
  await counter.done()
  await page.getByRole('link', { name: '班次' }).click()
  await page.getByRole('heading', { level: 1, name: '班次' }).waitFor()
  await page.getByRole('link', { name: '收银' }).click()
  await page.getByRole('button', { name: WORDS.do.lastSale }).click()
  const [sale] = await sales()
  const lastSale = page.getByRole('region', { name: WORDS.do.lastSale })
  await lastSale.getByText(sale?.number ?? '').waitFor()
  await lastSale.getByRole('button', { name: WORDS.printAgain }).click()
  await page.waitForURL(new RegExp(`/print/receipt/${sale?.id}`))
})

screenTest('where a receipt printer stands, the sale just made comes out of it', {}, async (screen) => {
  const { client, barcode, sales, counter } = await atTheCounter(screen)
  const { page } = screen
  const printer = await aPrinter()
  const { printers, settings } = await client.printing.savePrinter({
    requestId: rid(),
    ...TILL,
    address: printer.address,
  })
  const receiptPrinterId = printers[0]?.id ?? null
  await client.printing.saveSettings({ requestId: rid(), ...settings, receiptPrinterId, receiptMode: 'onRequest' })
  await counter.scan(barcode(0))
  await counter.press('Enter')
  await counter.press('Enter')
  await counter.done()
  const done = page.getByRole('region', { name: WORDS.sold })
  await done.getByRole('button', { name: WORDS.printReceipt }).click()
  await done.getByText('已打出').waitFor()
  const [sale] = await sales()
  expect(printer.papers.map(({ lines }) => lines.join('\n'))).toEqual([expect.stringContaining(sale?.number ?? '')])
})

screenTest('two tabs share one stream: a sale in one is seen in the other', {}, async (screen) => {
  const { barcode, counter } = await atTheCounter(screen)
  const other = await screen.context.newPage()
  let streams = 0
  other.on('request', (request) => {
    if (request.url().endsWith('/rpc/live/changes')) streams += 1
  })
  await other.goto(`${screen.origin}/#/documents`)
  await other.getByRole('heading', { level: 1, name: '单据' }).waitFor()
  await screen.page.bringToFront()
  await counter.scan(barcode(0))
  await counter.press('Enter')
  await counter.press('Enter')
  await counter.done()
  await other.getByRole('cell', { name: '龙井茶', exact: true }).waitFor()
  expect(streams).toBe(0)
})
