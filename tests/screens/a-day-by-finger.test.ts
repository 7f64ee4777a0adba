/** A whole shop day by finger: no key is pressed, and no keyboard of the system's is asked for. */
import { expect } from 'vitest'
import { WORDS } from './counter.ts'
import { fingersOn } from './fingers.ts'
import { stocked, withOpenShift } from './goods.ts'
import { openAt, owner, rid, screenTest, type Client } from './shop.ts'

const SIZES = [
  { width: 1024, height: 700, touch: true },
  { width: 390, height: 844, touch: true },
]

/** Pinned by the owner, so that the tiles are there before the first sale. */
async function pinned(client: Client, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    const [row] = (await client.products.list({ search: title })).rows
    await client.tiles.pin({ requestId: rid(), productId: row?.productId ?? 0, pinned: true })
  }
}

const sales = async (client: Client) => (await client.documents.list({ kind: 'sale' })).rows

for (const size of SIZES) {
  screenTest(`a day goes by from the float to the count at ${size.width}`, size, async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    const goods = await stocked(client)
    await pinned(client, ['龙井茶', '普洱饼', '棉麻衬衫'])
    await openAt(screen, '/counter')
    const { field, pad, tap, tile, type, go, due, finish } = fingersOn(page)
    const actions = page.getByRole('toolbar')

    // The day begins: 500.00 in the drawer.
    await page.getByRole('textbox', { name: '备用金' }).tap()
    await type('500', 'accept')
    await tap('开班')
    await page.getByRole('textbox', { name: '备用金' }).waitFor({ state: 'detached' })

    // Three at another price, 9折, paid in cash with change; far too much is asked about first.
    await tile('龙井茶')
    await tap(WORDS.oneMore.replace('{title}', '龙井茶'))
    await due('256.00')
    await tap(WORDS.use.quantity, actions)
    expect(await field.getAttribute('inputmode')).toBe('none')
    await type('3', 'accept')
    await due('384.00')
    await tap(WORDS.use.price, actions)
    await type('12.5')
    await tap('清空', pad)
    await type('1200')
    await tap('退格', pad)
    await type('', 'accept')
    await due('360.00')
    await tap(WORDS.use.discount, actions)
    await tap('9折')
    await type('', 'accept')
    await due('324.00')
    await tap(WORDS.checkout)
    await type('99999', 'accept')
    await page.getByText(WORDS.said.SURE).waitFor()
    await tap('清空', pad)
    await tap('400.00')
    await finish('76.00')
    const [first] = await sales(client)
    expect(first).toMatchObject({ total: 32_400, paymentState: 'paid' })

    // A part by WeChat, the rest in cash.
    await tile('普洱饼')
    await tap(WORDS.checkout)
    await tap('微信')
    await type('100', 'accept')
    await page.getByText(WORDS.left, { exact: true }).waitFor()
    await finish()
    const [mixed] = await sales(client)
    const { payments } = await client.documents.get({ documentId: mixed?.id ?? 0 })
    expect(payments).toEqual([
      expect.objectContaining({ tender: 'wechat', amount: 10_000 }),
      expect.objectContaining({ tender: 'cash', amount: 9_800 }),
    ])

    // Put aside for a while, and 20 off in one sum.
    await tile('棉麻衬衫')
    await due('259.00')
    await tap(WORDS.do.park, actions)
    await tap(WORDS.reason.park.waiting)
    await page.getByText(WORDS.empty).waitFor()
    await tap(WORDS.parkedCount.replace('{count}', '1'), actions)
    await page.getByRole('button', { name: new RegExp(WORDS.reason.park.waiting) }).tap()
    await due('259.00')
    await tap(WORDS.use.discount, actions)
    await type('-20', 'accept')
    await due('239.00')
    await tap(WORDS.checkout)
    await tap('支付宝')
    await finish()

    // One of the first sale comes back, in cash.
    await go('单据')
    await page
      .getByText(first?.number ?? '')
      .first()
      .tap()
    await tap('退货')
    await page.getByRole('textbox', { name: '龙井茶 退几件' }).tap()
    await type('1', 'accept')
    await page.getByRole('form', { name: '退款' }).getByText('108.00').waitFor()
    await tap('退款')
    await page.getByRole('region', { name: '已退货' }).waitFor()
    expect(await client.stock.level({ skuId: goods[0]?.skuId ?? 0 })).toMatchObject({ onHand: 28_000 })

    // The drawer is counted: 500 + 324 + 98 − 108.
    await go('班次')
    await tap('点钱交班')
    await page.getByRole('radio', { name: '只填总数' }).tap()
    await page.getByRole('textbox', { name: '实点现金' }).tap()
    await type('814', 'accept')
    await tap('点好了')
    await page.getByText('分毫不差').waitFor()
    await page.getByRole('form', { name: '交班' }).getByRole('button', { name: '交班' }).tap()
    await page.getByRole('region', { name: '已交班' }).waitFor()
  })
}

screenTest('what is on no tile is found by writing, when one touches the field', SIZES[1] ?? {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await stocked(client)
  await withOpenShift(client)
  await openAt(screen, '/counter')
  const { field, tap, due, finish } = fingersOn(page)
  expect(await field.getAttribute('inputmode')).toBe('none')
  await field.tap()
  await page.waitForFunction(() => document.activeElement?.getAttribute('inputmode') === 'search')
  await field.fill('龙井') // what a keyboard on the glass writes
  await page.getByRole('option', { name: /龙井茶/ }).tap()
  await page.waitForFunction(() => document.querySelector('[role=combobox]')?.getAttribute('inputmode') === 'none')
  await tap(WORDS.oneMore.replace('{title}', '龙井茶'))
  await tap(WORDS.oneMore.replace('{title}', '龙井茶'))
  await tap(WORDS.fewer.replace('{title}', '龙井茶'))
  await due('256.00')
  await tap('键盘')
  await page.waitForFunction(() => document.activeElement?.getAttribute('inputmode') === 'search')
  await tap('键盘')
  await page.waitForFunction(() => document.activeElement?.getAttribute('inputmode') === 'none')
  await tap(WORDS.checkout)
  await tap('微信')
  expect(await sales(client)).toEqual([])
  await finish()
  expect(await sales(client)).toMatchObject([{ total: 25_600, paymentState: 'paid' }])
})

screenTest('the tiles: one touch sells, a style opens its grid, and the owner pins', SIZES[0] ?? {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await stocked(client)
  const shirt = await client.products.create({
    requestId: rid(),
    ...{ code: 'SHIRT', title: '亚麻衬衫', kind: 'goods', category: '', baseUnit: '件', taxRate: 0, units: [] },
    skus: ['红', '蓝'].map((colour) => ({
      ...{ code: `SHIRT-${colour}`, variant: colour, colour, size: 'M' },
      ...{ price: 1_990_000, floorPrice: null, barcodes: [] },
    })),
  })
  await client.tiles.pin({ requestId: rid(), productId: shirt.id, pinned: true })
  await pinned(client, ['白瓷茶杯'])
  await withOpenShift(client)
  await openAt(screen, '/counter')
  const { tap, tile, due, finish } = fingersOn(page)
  await tile('亚麻衬衫')
  await page.locator('.style-grid').waitFor()
  await tap('返回')
  await tile('白瓷茶杯')
  await due('36.50')
  await tap(WORDS.checkout)
  await finish()

  await tap('固定')
  await tile('白瓷茶杯')
  await page.getByRole('button', { name: /^白瓷茶杯/, pressed: false }).waitFor()
  await tap('固定')
  const after = await client.tiles.list({})
  expect(after.map(({ title, pinned: isPinned }) => [title, isPinned])).toEqual([
    ['亚麻衬衫', true],
    ['白瓷茶杯', false],
  ])
})

screenTest(
  'with a mouse the tiles are there too, by arrow keys as well, and the field keeps the focus',
  {},
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    await stocked(client)
    await withOpenShift(client)
    await pinned(client, ['龙井茶', '普洱饼'])
    await openAt(screen, '/counter')
    const region = page.getByRole('region', { name: '常用商品' })
    await region.getByRole('button', { name: /^龙井茶/ }).click()
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
    await page.locator('tr.line').waitFor()
    await page.keyboard.press('Delete')
    await region.getByRole('button', { name: /^龙井茶/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('tr.line').filter({ hasText: '普洱饼' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
    expect(await page.getByRole('group', { name: '数字键盘' }).count()).toBe(0)
  },
)
