/** Goods in, put right, and explained. */
import { expect } from 'vitest'
import { stocked, type Goods } from './goods.ts'
import { keyboardOf } from './keyboard.ts'
import { openAt, owner, rid, screenTest, type Screen } from './shop.ts'

/** A box of 24 of the first goods has a barcode of its own. */
async function withBoxes(screen: Screen): Promise<{ tea: Goods; box: string }> {
  const client = await owner(screen)
  const [tea] = await stocked(client)
  const [row] = (await client.products.list({ search: 'A101' })).rows
  const { id: productId, skus, ...product } = await client.products.get({ productId: row?.productId ?? 0 })
  const box = '16901234500017'
  await client.products.update({
    requestId: rid(),
    productId,
    code: product.code,
    title: product.title,
    kind: product.kind,
    category: product.category,
    baseUnit: product.baseUnit,
    taxRate: product.taxRate,
    units: [{ name: '箱', factor: 24_000 }],
    skus: skus.map((sku) => ({ ...sku, barcodes: [...sku.barcodes, { barcode: box, unit: '箱' }] })),
  })
  return { tea: tea ?? { skuId: 0, title: '', barcode: '' }, box }
}

screenTest('goods are booked in by scanning, and the level can be opened into its movements', {}, async (screen) => {
  const { page } = screen
  const { tea, box } = await withBoxes(screen)
  await openAt(screen, '/stock')
  await page.getByRole('button', { name: '进货入库' }).click()
  await page.getByRole('textbox', { name: '供应商' }).fill('狮峰茶厂')
  const keyboard = await keyboardOf(page)
  await page.getByRole('combobox', { name: /扫条码/ }).focus()
  await keyboard.scan(box)
  await page.getByRole('textbox', { name: '龙井茶 的数量' }).waitFor()
  await keyboard.scan(box)
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[aria-label="龙井茶 的数量"]')?.value === '2',
  )
  expect(await page.getByRole('combobox', { name: '龙井茶 的单位' }).inputValue()).toBe('箱')
  await page.getByRole('textbox', { name: '龙井茶 的进货价' }).fill('1440')
  await page.getByText('2,880.00').first().waitFor()
  await page.getByRole('button', { name: '确认入库' }).click()
  await page.getByText('已入账').waitFor()

  await page.goto(`${screen.origin}/#/stock/${tea.skuId}`)
  const detail = page.getByRole('region', { name: '库存明细' })
  await detail.getByText('78').first().waitFor()
  const movements = detail.getByRole('table', { name: '库存流水' }).locator('tbody tr')
  expect(await movements.count()).toBe(2)
  expect(await movements.first().innerText()).toMatch(/\+48\s件/)
  expect(await movements.first().innerText()).toContain('狮峰茶厂')
  await movements.first().click()
  await page.getByRole('region', { name: '单据详情' }).getByText('2 箱').waitFor()
})

screenTest('what is broken is written off with its reason', {}, async (screen) => {
  const { page } = screen
  const { tea } = await withBoxes(screen)
  await openAt(screen, '/stock/adjust')
  const field = page.getByRole('combobox', { name: /扫条码/ })
  await field.fill('龙井')
  await page.getByRole('option', { name: /龙井茶/ }).waitFor()
  await field.press('Enter')
  await page.getByRole('textbox', { name: '龙井茶 的数量' }).fill('4')
  await page.getByText('26').first().waitFor()
  await page.getByRole('button', { name: '确认调整' }).click()
  await page.getByRole('group', { name: '原因' }).getByRole('alert').waitFor()
  await page.getByRole('button', { name: '报损' }).click()
  await page.getByRole('button', { name: '确认调整' }).click()
  await page.getByText('已入账').waitFor()
  await page.getByText('扫商品条码').waitFor()

  const client = await owner(screen)
  const { rows } = await client.stock.movements({ skuId: tea.skuId })
  expect(rows[0]).toMatchObject({ kind: 'adjustment', quantity: -4_000, balance: 26_000, reason: '报损' })
})

screenTest('what was scanned is still there after a look elsewhere', {}, async (screen) => {
  const { page } = screen
  const { box } = await withBoxes(screen)
  await openAt(screen, '/stock/receive')
  const keyboard = await keyboardOf(page)
  await page.getByRole('combobox', { name: /扫条码/ }).focus()
  await keyboard.scan(box)
  await page.getByRole('textbox', { name: '龙井茶 的数量' }).waitFor()
  await page.getByRole('link', { name: '单据' }).click()
  await page.getByRole('heading', { name: '单据' }).waitFor()
  await page.goto(`${screen.origin}/#/stock/receive`)
  await page.getByRole('textbox', { name: '龙井茶 的数量' }).waitFor()
  await page.getByRole('button', { name: '移除 龙井茶' }).click()
  await page.getByText('扫到货的条码').waitFor()
})

screenTest('an unknown code says so, and books nothing', {}, async (screen) => {
  const { page } = screen
  await openAt(screen, '/stock/receive')
  const keyboard = await keyboardOf(page)
  await page.getByRole('combobox', { name: /扫条码/ }).focus()
  await keyboard.scan('6999999999999')
  await page.getByRole('alert').filter({ hasText: '没有找到「6999999999999」' }).waitFor()
  expect(await page.getByRole('button', { name: '确认入库' }).isDisabled()).toBe(true)
})
