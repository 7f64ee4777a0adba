/** Goods in more than one place: another warehouse is made, filled, and emptied into the shop. */
import { expect } from 'vitest'
import { stocked } from './goods.ts'
import { keyboardOf } from './keyboard.ts'
import { sideways } from './seeing.ts'
import { openAt, owner, rid, screenTest } from './shop.ts'

const SHOP = '门店'
const STORE = '仓库二'

screenTest(
  'a second warehouse is made by keyboard, received into and transferred from, and the level says where all lies',
  {},
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    const [tea] = await stocked(client)
    const hand = await keyboardOf(page)
    await openAt(screen, '/stock')
    const makeWarehouse = page.getByRole('button', { name: '仓库', exact: true })
    await makeWarehouse.focus()
    await hand.press('Enter')
    await page.getByRole('row').filter({ hasText: SHOP }).getByText('主仓库').waitFor()
    await page.getByRole('textbox', { name: '新建仓库' }).focus()
    await hand.type(STORE)
    await hand.press('Enter')
    await page.getByRole('row').filter({ hasText: STORE }).waitFor()

    await openAt(screen, '/stock/receive')
    const where = page.getByRole('combobox', { name: '仓库', exact: true })
    expect(await where.locator('option:checked').innerText()).toBe(SHOP)
    await where.selectOption(STORE)
    const keyboard = await keyboardOf(page)
    await page.getByRole('combobox', { name: /扫条码/ }).focus()
    await keyboard.scan(tea?.barcode ?? '')
    await page.getByRole('textbox', { name: '龙井茶 的数量' }).fill('12')
    await page.getByRole('textbox', { name: '龙井茶 的进货价' }).fill('60')
    await page.getByRole('button', { name: '确认入库' }).click()
    await page.getByText('已入账').waitFor()

    await openAt(screen, '/stock')
    await page.getByRole('button', { name: '调拨' }).click()
    await page.getByRole('combobox', { name: '调出仓库' }).selectOption(STORE)
    await expect
      .poll(() => page.getByRole('combobox', { name: '调入仓库' }).locator('option:checked').innerText())
      .toBe(SHOP)
    const mover = await keyboardOf(page)
    await page.getByRole('combobox', { name: /扫条码/ }).focus()
    await mover.scan(tea?.barcode ?? '')
    await page.getByRole('row').filter({ hasText: '龙井茶' }).getByText('12').waitFor()
    const quantity = page.getByRole('textbox', { name: '龙井茶 的数量' })
    await quantity.fill('13')
    await quantity.focus()
    await mover.press('Enter')
    await page.getByRole('alert').filter({ hasText: '还剩 12' }).waitFor()
    await quantity.fill('5')
    await quantity.focus()
    await mover.press('Enter')
    await page.getByRole('button', { name: '查看' }).click()
    const paper = page.getByRole('region', { name: '单据详情' })
    await paper.getByText('调入仓库').waitFor()
    expect(await paper.innerText()).toMatch(/调拨单[\s\S]*仓库二[\s\S]*门店/)

    await openAt(screen, `/stock/${tea?.skuId ?? 0}`)
    const detail = page.getByRole('region', { name: '库存明细' })
    await detail.getByRole('definition').first().waitFor()
    const lying = detail.locator('dl', { hasText: STORE })
    expect((await lying.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/门店 35 件 仓库二 7 件/)
    const moved = detail.getByRole('table', { name: '库存流水' }).locator('tbody tr')
    await expect.poll(() => moved.count()).toBe(4)
    expect(await moved.filter({ hasText: '调拨单' }).allInnerTexts()).toEqual([
      expect.stringContaining(SHOP),
      expect.stringContaining(STORE),
    ])
    expect(await sideways(page)).toEqual([])
  },
)

screenTest('with one warehouse nothing is asked, and a transfer says how to get another', {}, async (screen) => {
  const { page } = screen
  await stocked(await owner(screen))
  await openAt(screen, '/stock/receive')
  await page.getByRole('textbox', { name: '供应商' }).waitFor()
  expect(await page.getByRole('combobox', { name: '仓库', exact: true }).count()).toBe(0)
  await openAt(screen, '/stock/transfer')
  await page.getByText('现在只有一个仓库').waitFor()
  await page.getByRole('button', { name: '新建仓库' }).click()
  await page.getByRole('textbox', { name: '新建仓库' }).waitFor()
})

screenTest('the main warehouse moves, and one with goods in it stays in use', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await stocked(client)
  await client.warehouses.save({ requestId: rid(), name: STORE })
  await openAt(screen, '/stock/warehouses')
  const shop = page.getByRole('row').filter({ hasText: SHOP })
  const store = page.getByRole('row').filter({ hasText: STORE })
  await store.getByRole('button', { name: '设为主仓库' }).click()
  await store.getByText('主仓库', { exact: true }).waitFor()
  expect(await store.getByRole('button', { name: '停用' }).count()).toBe(0)
  await shop.getByRole('button', { name: '停用' }).click()
  await page.getByRole('alert').filter({ hasText: '种货的库存，不能停用' }).waitFor()

  await shop.getByRole('button', { name: '改名' }).click()
  await page.getByRole('textbox', { name: '仓库名称' }).fill(STORE)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('alert').filter({ hasText: '已经有叫「仓库二」的仓库' }).waitFor()
  await page.getByRole('textbox', { name: '仓库名称' }).fill('老店')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('row').filter({ hasText: '老店' }).waitFor()
})
