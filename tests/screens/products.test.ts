/** Making and changing products. */
import { expect } from 'vitest'
import { stocked } from './goods.ts'
import { keyboardOf } from './keyboard.ts'
import { openAt, owner, screenTest } from './shop.ts'

const BARCODE_FIELD = '扫条码，或输入后按回车'

screenTest('a product is made by hand and scanner, and the scanner never sends the form', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await openAt(screen, '/products')
  await page.getByText('还没有商品').waitFor()
  await page.getByRole('button', { name: '新建商品' }).first().click()
  await page.getByRole('textbox', { name: '品名' }).fill('白毫银针 100g')
  await page.getByRole('textbox', { name: '货号' }).fill('BH-100')
  await page.getByRole('textbox', { name: '零售价' }).fill('268')
  const keyboard = await keyboardOf(page)
  await page.getByRole('textbox', { name: BARCODE_FIELD }).focus()
  await keyboard.scan('6900000000017')
  await page.getByRole('button', { name: '移除条码 6900000000017' }).waitFor()
  await page.getByRole('textbox', { name: '分类' }).focus()
  await keyboard.scan('6900000000024')
  await page.getByRole('textbox', { name: '分类' }).fill('白茶')
  expect((await client.products.list({})).rows).toEqual([])

  await page.getByRole('button', { name: '添加单位' }).click()
  await page.getByRole('textbox', { name: '单位', exact: true }).fill('箱')
  await page.getByRole('textbox', { name: '1 箱 等于多少 件' }).fill('20')
  await page.getByRole('combobox', { name: '条码 6900000000017 的单位' }).selectOption('箱')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('「白毫银针 100g」已保存').waitFor()
  await page.waitForURL(/products\/\d+$/)

  const [row] = (await client.products.list({})).rows
  expect(await client.products.get({ productId: row?.productId ?? 0 })).toMatchObject({
    code: 'BH-100',
    category: '白茶',
    units: [{ name: '箱', factor: 20_000 }],
    skus: [{ code: 'BH-100', price: 2_680_000, barcodes: [{ barcode: '6900000000017', unit: '箱' }] }],
  })
})

screenTest('what is wrong is said at its field, which gets the focus', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await stocked(client)
  await openAt(screen, '/products/new')
  await page.getByRole('button', { name: '保存' }).click()
  for (const field of ['品名', '货号', '零售价']) {
    await page
      .getByRole('group', { name: field, exact: true })
      .getByRole('alert')
      .filter({ hasText: '请填写' })
      .waitFor()
  }
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '品名')

  await page.getByRole('textbox', { name: '品名' }).fill('另一种茶')
  await page.getByRole('textbox', { name: '货号' }).fill('A101')
  await page.getByRole('textbox', { name: '零售价' }).fill('10')
  await page.getByRole('textbox', { name: '最低售价' }).fill('12')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('group', { name: '最低售价' }).getByRole('alert').waitFor()
  await page.getByRole('textbox', { name: '最低售价' }).fill('8')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('group', { name: '货号' }).getByRole('alert').filter({ hasText: '「A101」已经用过了' }).waitFor()
  await page.getByRole('textbox', { name: '货号' }).fill('B1')
  await page.getByRole('textbox', { name: BARCODE_FIELD }).fill('6901234500010')
  await page.getByRole('textbox', { name: BARCODE_FIELD }).press('Enter')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('group', { name: '条码' }).getByRole('alert').filter({ hasText: '龙井茶' }).waitFor()
})

screenTest('a second variant has a name, a code and a price of its own', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await openAt(screen, '/products/new')
  await page.getByRole('textbox', { name: '品名' }).fill('羊毛大衣')
  await page.getByRole('textbox', { name: '货号' }).fill('DY')
  await page.getByRole('textbox', { name: '零售价' }).fill('899')
  await page.getByRole('button', { name: '添加规格' }).click()
  for (const [at, variant] of ['藏青 / M', '驼色 / L'].entries()) {
    const sku = page.getByRole('group', { name: `规格 ${at + 1}` })
    await sku.getByRole('textbox', { name: '规格', exact: true }).fill(variant)
    await sku.getByRole('textbox', { name: '货号' }).fill(`DY-${at + 1}`)
  }
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/products\/\d+$/)
  expect(
    (await client.products.list({})).rows.map(({ code, variant, price }) => [code, variant, price]).sort(),
  ).toEqual([
    ['DY-1', '藏青 / M', 8_990_000],
    ['DY-2', '驼色 / L', 8_990_000],
  ])
})

screenTest(
  'products are found by pinyin, code and barcode; one is archived, and brought back by undo',
  {},
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    await stocked(client)
    await openAt(screen, '/products')
    const rows = page.locator('tbody tr')
    await rows.nth(8).waitFor()
    for (const [typed, title] of [
      ['ljc', '龙井茶'],
      ['A103', '棉麻衬衫'],
      ['6901234500012', '棉麻衬衫'],
    ] as const) {
      await page.getByRole('searchbox').fill(typed)
      await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining(title)])
    }
    await rows.first().click()
    await page.getByRole('button', { name: '停用' }).click()
    await page.getByText('没有符合条件的商品').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await rows.first().waitFor()
  },
)
