/** What a scanner types at the counter, in every step: goods come in, money is never touched, nothing happens unseen. */
import { expect } from 'vitest'
import { counterOn, WORDS } from './counter.ts'
import { aCustomer, stocked, withOpenShift } from './goods.ts'
import { openAt, owner, rid, screenTest, type Screen } from './shop.ts'

const WECHAT = '134567890123456789'
const ALIPAY = '2812345678901234'

/** A shop whose tea bears the label 1003, and whose cake 1001. */
async function aShop(screen: Screen) {
  const client = await owner(screen)
  const goods = await stocked(client)
  await withOpenShift(client)
  for (const [at, code] of [
    [0, '1003'],
    [1, '1001'],
  ] as const) {
    const { productId } = (await client.products.scan({ code: goods[at]?.barcode ?? '' })) ?? { productId: 0 }
    const {
      id,
      uid: _uid,
      archived: _archived,
      incomplete: _incomplete,
      ...product
    } = await client.products.get({
      productId,
    })
    await client.products.update({
      ...product,
      requestId: rid(),
      productId: id,
      skus: product.skus.map(({ onHand: _onHand, archived, ...sku }) => ({ ...sku, code, archived })),
      code,
    })
  }
  await openAt(screen, '/counter')
  const counter = await counterOn(screen.page)
  const sales = async () => (await client.documents.list({ kind: 'sale' })).rows
  return { client, counter, sales, barcode: (at: number) => goods[at]?.barcode ?? '' }
}

screenTest('the shop’s own short label is goods in every step, and never money or words', {}, async (screen) => {
  const { page } = screen
  const { counter, sales, barcode } = await aShop(screen)
  await counter.wedge('1001')
  await counter.has(1, '198.00')
  await counter.press('Enter')
  await page.getByRole('button', { name: WORDS.finish }).waitFor()
  await counter.wedge('1003')
  await counter.has(2, '326.00')
  await page.getByRole('button', { name: WORDS.checkout }).waitFor()

  await counter.wedge('6988888888882')
  await page.getByRole('region', { name: /没有这个条码/ }).waitFor()
  const price = page.getByRole('textbox', { name: '售价' })
  await price.focus()
  await counter.wedge('1003')
  await page.getByText('还有 1 个扫码在等').waitFor()
  expect(await price.inputValue()).toBe('')
  await counter.press('Escape')
  await counter.has(2, '454.00')
  await counter.wedge(barcode(0))
  await counter.has(2, '582.00')
  expect(await sales()).toEqual([])
})

screenTest(
  'a payment code is never goods: it opens the payment with its tender and is forgotten',
  {},
  async (screen) => {
    const { page } = screen
    const { counter, sales, barcode } = await aShop(screen)
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
    await counter.wedge(WECHAT)
    await page.getByText('这是付款码：先扫商品，再扫它').waitFor()

    await counter.wedge(barcode(0))
    await counter.has(1, '128.00')
    await counter.wedge(ALIPAY)
    await page.getByText('本机不代收，请确认到账').waitFor()
    await page.getByRole('button', { name: WORDS.finish }).waitFor()
    expect(await page.getByRole('button', { name: /支付宝/ }).getAttribute('aria-pressed')).toBe('true')

    await counter.wedge(WECHAT)
    await page.locator('[aria-pressed=true]').filter({ hasText: '微信' }).waitFor()
    await counter.press('Escape')
    await counter.type(WECHAT) // its number, typed by hand
    await counter.press('Enter')
    await page.getByText('本机不代收，请确认到账').waitFor()
    expect(await sales()).toEqual([])
    await counter.press('Enter')
    await counter.done()
    expect((await sales())[0]).toMatchObject({ total: 12_800 })

    expect(await page.getByRole('region', { name: /没有这个条码/ }).count()).toBe(0)
    expect(asked.filter((one) => one.includes(WECHAT) || one.includes(ALIPAY))).toEqual([])
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(WECHAT)
  },
)

screenTest('while a strip waits no key begins anything else, and scans are counted', {}, async (screen) => {
  const { page } = screen
  const { counter, sales, barcode } = await aShop(screen)
  await counter.wedge(barcode(0))
  await counter.has(1, '128.00')
  await counter.wedge('6988888888882')
  const strip = page.getByRole('region', { name: /没有这个条码/ })
  await strip.waitFor()
  for (const key of ['F6', 'F11', 'F4', 'F3', 'Alt+KeyL', 'Control+Enter']) await counter.press(key)
  await counter.said.filter({ hasText: '先答完上面这一步' }).waitFor()
  expect(await strip.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await counter.field.click()
  await counter.type('x')
  await counter.press('Enter')
  await page.waitForFunction(() => document.activeElement?.closest('.unknown') !== null)

  await counter.wedge(barcode(1))
  await counter.wedge(barcode(2))
  await page.getByText('还有 2 个扫码在等').waitFor()
  await counter.press('Escape')
  await counter.has(3, '585.00')
  expect(await page.getByText('个扫码在等').count()).toBe(0)
  await page.getByRole('button', { name: WORDS.checkout }).waitFor()
  expect(await page.getByRole('region', { name: /挂单/ }).count()).toBe(0)
  expect(await sales()).toEqual([])
})

screenTest('a scan closes what was opened over the money and goes on with the sale', {}, async (screen) => {
  const { page } = screen
  const { counter, sales, barcode } = await aShop(screen)
  await counter.wedge(barcode(0))
  await counter.has(1, '128.00')
  await counter.press('Enter')
  await page.getByRole('button', { name: WORDS.finish }).waitFor()
  await counter.press('Enter')
  await counter.done()
  for (const [at, key] of ['Alt+KeyL', 'F4', 'Alt+KeyE', 'Alt+KeyV'].entries()) {
    await counter.press(key)
    await page.waitForFunction(() => document.activeElement?.closest('.money') !== null)
    await counter.wedge(barcode(at + 1))
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
    await page.waitForFunction((wanted) => document.querySelectorAll('tr.line').length === wanted, at + 1)
    await page.getByRole('button', { name: WORDS.checkout }).waitFor()
  }
  expect(await sales()).toHaveLength(1)
})

screenTest('a member’s card chooses the member, and a receipt says which sale it is', {}, async (screen) => {
  const { page } = screen
  const { client, counter, barcode } = await aShop(screen)
  await client.customers.create({ ...CARD, requestId: rid() })
  const { number, id } = await client.orders.sell({
    requestId: rid(),
    customerId: null,
    lines: [{ kind: 'item', skuId: (await client.products.scan({ code: barcode(0) }))?.skuId ?? 0, quantity: 1_000 }],
    saleDiscount: null,
    roundOff: 'none',
    tenders: [{ tender: 'cash', amount: 12_800 }],
    expectedTotal: 12_800,
    note: '',
  })
  await counter.wedge(CARD.code)
  await page.locator('.money').getByText(CARD.name).waitFor()
  await counter.wedge(number)
  const notice = page.getByRole('status').filter({ hasText: number })
  await notice.getByRole('button', { name: '打开' }).click()
  await page.waitForURL(`**/documents/${id}`)
})

screenTest('an Enter that is held down does not go on to pay', {}, async (screen) => {
  const { page } = screen
  const { counter, sales, barcode } = await aShop(screen)
  await aCustomer(await owner(screen))
  await counter.wedge(barcode(0))
  await counter.has(1, '128.00')
  await counter.press('Enter')
  await page.getByRole('button', { name: WORDS.finish }).waitFor()
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await counter.done()
  await counter.wedge(barcode(1))
  await counter.has(1, '198.00')
  await page.keyboard.down('Enter')
  for (let times = 0; times < 5; times++) await page.keyboard.down('Enter') // held: the browser says it repeats
  await page.keyboard.up('Enter')
  await page.getByRole('button', { name: WORDS.finish }).waitFor()
  expect(await sales()).toHaveLength(1)
})

const CARD = { code: 'VIP8801', name: '林小姐', phone: '', address: '', note: '', creditLimit: null }
