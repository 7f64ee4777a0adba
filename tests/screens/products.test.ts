/** Making and changing products. */
import { expect } from 'vitest'
import { TILE_PLACES } from '../../src/contract/tiles.ts'
import { aBusyShop, CLERK } from './clerk.ts'
import { stocked } from './goods.ts'
import { keyboardOf } from './keyboard.ts'
import { cut, outside, sideways, unreadable } from './seeing.ts'
import { openAt, owner, rid, screenTest } from './shop.ts'

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

screenTest(
  'a product is pinned to the counter from its own page, a style as one, and let go again',
  {},
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    await aBusyShop(client)
    await openAt(screen, '/products')
    const tiles = async () => (await client.tiles.list({})).map(({ title, pinned }) => [title, pinned])
    for (const title of ['羊毛大衣', '龙井茶']) {
      await page.getByRole('row', { name: title }).first().click()
      await page.getByRole('heading', { name: title }).waitFor()
      await page.getByRole('button', { name: '固定到常用商品' }).click()
      await page.getByText('已固定在常用商品').waitFor()
    }
    expect(await tiles()).toEqual([
      ['羊毛大衣', true],
      ['龙井茶', true],
    ])
    for (const look of [sideways, outside, unreadable, cut]) expect(await look(page)).toEqual([])
    await page.getByRole('button', { name: '取消固定' }).click()
    await page.getByText('已固定在常用商品').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: '收银' }).click()
    await page.getByRole('button', { name: /^羊毛大衣.*已固定/ }).click()
    await page.locator('.style-grid').waitFor()
    expect(await tiles()).toEqual([
      ['羊毛大衣', true],
      ['龙井茶', false],
    ])
  },
)

screenTest('where all places are pinned, the page of one more says so', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await aBusyShop(client)
  const { rows } = await client.products.list({})
  const one = rows.find(({ title }) => title === '大红袍')
  for (let made = 0; made < TILE_PLACES; made += 1) {
    const sku = { code: `T${made}`, variant: '', price: 10_000, floorPrice: null, barcodes: [] }
    const { id: productId } = await client.products.create({
      ...{ requestId: rid(), code: sku.code, title: `货 ${made}`, kind: 'goods', category: '', baseUnit: '件' },
      ...{ taxRate: 0, units: [], skus: [sku] },
    })
    await client.tiles.pin({ requestId: rid(), productId, pinned: true })
  }
  await openAt(screen, `/products/${one?.productId}`)
  await page.getByRole('button', { name: '固定到常用商品' }).click()
  await page.getByRole('alert').filter({ hasText: '常用商品最多固定 24 种' }).waitFor()
  expect(await client.tiles.list({})).toHaveLength(TILE_PLACES)
})

screenTest('a clerk sees that a product is pinned, and is not asked to let it go', {}, async (screen) => {
  const { page, origin } = screen
  const client = await owner(screen)
  await aBusyShop(client)
  const coat = (await client.products.list({})).rows.find(({ title }) => title === '羊毛大衣')
  await client.tiles.pin({ requestId: rid(), productId: coat?.productId ?? 0, pinned: true })
  await page.goto(`${origin}/#/sign-in`)
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await page.keyboard.insertText(CLERK.name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(CLERK.password)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '商品', exact: true }).click()
  await page.getByRole('row', { name: '羊毛大衣' }).first().click()
  await page.getByText('已固定在常用商品').waitFor()
  await page.getByRole('button', { name: '打标签' }).last().waitFor()
  expect(await page.getByRole('button', { name: '取消固定' }).count()).toBe(0)
})
