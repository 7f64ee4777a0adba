/** A 款 made of colours and sizes, and the labels for its variants. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { stocked } from './goods.ts'
import { sideways, unreadable } from './seeing.ts'
import { openAt, owner, rid, screenTest, type Client } from './shop.ts'

const hasTools = ['pdfinfo', 'pdftotext', 'pdftoppm'].every((tool) => spawnSync(tool, ['-v']).error === undefined)
const hasZbar = spawnSync('zbarimg', ['--version']).error === undefined
if (!hasTools || !hasZbar) console.warn('Labels are not read back: poppler-utils or zbar-tools are not installed.')

/** 羊毛大衣 in two colours and two sizes, three on hand of the first. */
async function aCoat(client: Client) {
  const cells = ['藏青', '驼色'].flatMap((colour) => ['M', 'L'].map((size) => ({ colour, size })))
  const coat = await client.products.create({
    ...{
      requestId: rid(),
      code: 'DY',
      title: '羊毛大衣',
      kind: 'goods',
      category: '',
      baseUnit: '件',
      taxRate: 0,
      units: [],
    },
    skus: cells.map((cell, at) => ({
      ...{ code: `DY-${at + 1}`, variant: '', price: 8_990_000, floorPrice: null, barcodes: [] },
      ...cell,
    })),
  })
  await client.stock.receive({
    ...{ requestId: rid(), kind: 'openingStock', supplier: '', note: '' },
    lines: [{ skuId: coat.skus[0]?.id ?? 0, quantity: 3_000, unitCost: 4_000_000 }],
  })
  return coat
}

screenTest(
  'colours and sizes typed once make a variant each, which the grid shows with its stock',
  {},
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    await openAt(screen, '/products/new')
    await page.getByRole('textbox', { name: '品名' }).fill('羊毛大衣')
    await page.getByRole('textbox', { name: '货号' }).fill('DY')
    await page.getByRole('textbox', { name: '零售价' }).fill('899')
    await page.getByText('按颜色和尺码生成规格').click()
    await page.getByRole('textbox', { name: '颜色' }).fill('藏青、驼色')
    await page.getByRole('button', { name: 'S M L XL 2XL' }).click()
    await page.getByRole('textbox', { name: '尺码' }).fill('M L')
    await page.getByRole('textbox', { name: '尺码' }).press('Enter')
    expect((await client.products.list({})).rows).toEqual([])
    await page.getByRole('group', { name: '规格 4' }).waitFor()
    await page.getByRole('group', { name: '规格 4' }).getByRole('textbox', { name: '零售价' }).fill('999')
    expect(await unreadable(page)).toEqual([])
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/products\/\d+$/)
    const style = await client.products.style({ code: 'DY' })
    expect(style).toMatchObject({ colours: ['藏青', '驼色'], sizes: ['M', 'L'] })
    expect(style.cells.flat().map((cell) => [cell?.code, cell?.price])).toEqual([
      ['DY-藏青-M', 8_990_000],
      ['DY-藏青-L', 8_990_000],
      ['DY-驼色-M', 8_990_000],
      ['DY-驼色-L', 9_990_000],
    ])

    await client.stock.receive({
      ...{ requestId: rid(), kind: 'openingStock', supplier: '', note: '' },
      lines: [{ skuId: style.cells[1]?.[0]?.skuId ?? 0, quantity: 7_000, unitCost: 4_000_000 }],
    })
    await page.getByRole('region', { name: '各颜色、尺码的库存' }).getByRole('row', { name: '驼色 7 0' }).waitFor()
  },
)

screenTest('ten variants are listed by name, and the one that is wrong stands open', {}, async (screen) => {
  const { page } = screen
  await owner(screen)
  await openAt(screen, '/products/new')
  await page.getByRole('textbox', { name: '品名' }).fill('T恤')
  await page.getByRole('textbox', { name: '货号' }).fill('TX')
  await page.getByText('按颜色和尺码生成规格').click()
  await page.getByRole('textbox', { name: '颜色' }).fill('黑 白')
  await page.getByRole('button', { name: 'S M L XL 2XL' }).click()
  await page.getByRole('button', { name: '生成 10 个规格' }).click()
  await page.getByText('白 / 2XL').filter({ visible: true }).waitFor()
  await page.getByRole('group', { name: /^规格 1\s黑/ }).waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '保存' }).click()
  await page
    .getByRole('group', { name: /^规格 1\s黑/ })
    .getByRole('textbox', { name: '零售价' })
    .fill('59')
  await page.getByRole('button', { name: '价格都同第一个' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/products\/\d+$/)
  await page.getByRole('region', { name: '各颜色、尺码的库存' }).waitFor()
  expect(await unreadable(page)).toEqual([])
})

screenTest('a product of one variant needs no grid, and one sold by weight gets its scale code', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await openAt(screen, '/products/new')
  await page.getByRole('textbox', { name: '品名' }).fill('大枣')
  await page.getByRole('textbox', { name: '货号' }).fill('DZ')
  await page.getByRole('textbox', { name: '基本单位' }).fill('公斤')
  await page.getByRole('textbox', { name: '零售价' }).fill('20')
  await page.getByRole('radio', { name: '称重' }).check()
  await page.getByRole('textbox', { name: '秤上编号' }).fill('00123')
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/products\/\d+$/)
  expect(await client.products.scan({ code: '2100123012800' })).toMatchObject({
    code: 'DZ',
    quantity: 640,
    weighed: true,
  })
})

screenTest('what was made in a hurry is found by its filter, and done once it is saved', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await stocked(client)
  await client.products.quickCreate({ requestId: rid(), title: '蜂蜜', price: 350_000, barcode: '6900000000017' })
  await openAt(screen, '/products')
  await page.getByRole('combobox', { name: '资料' }).selectOption('incomplete')
  const rows = page.locator('tbody tr')
  await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('蜂蜜')])
  await rows.first().click()
  await page.getByRole('textbox', { name: '分类' }).fill('土产')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('没有符合条件的商品').waitFor()
})

for (const [size, width, height] of [
  ['40×30 mm', 40, 30],
  ['60×40 mm', 60, 40],
] as const) {
  screenTest(`labels on ${size} carry name, price and bars that a scanner reads back`, {}, async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    const coat = await aCoat(client)
    const given = await client.products.giveBarcode({ requestId: rid(), skuId: coat.skus[0]?.id ?? 0 })
    const barcode = given.skus[0]?.barcodes[0]?.barcode ?? ''
    await openAt(screen, `/products/${coat.id}`)
    await page.getByRole('region', { name: '各颜色、尺码的库存' }).waitFor()
    await page.getByRole('button', { name: '打标签' }).last().click()
    await page.locator('.print-page[data-ready]').waitFor()
    await page.getByRole('radio', { name: size }).check()
    await page.getByRole('textbox', { name: '「羊毛大衣 藏青 / M」的张数' }).fill('2')
    await expect.poll(() => page.locator('.shelf-label').count()).toBe(5)
    // Paper has its own measure.
    expect((await unreadable(page)).filter((problem) => !problem.includes('class="label-'))).toEqual([])
    if (!hasTools) return

    const folder = mkdtempSync(join(tmpdir(), 'guitai-labels-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'labels.pdf')
    await page.pdf({ path: file, preferCSSPageSize: true })
    const [, wide = '', high = ''] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(run('pdfinfo', file)) ?? []
    expect(Math.abs((Number(wide) / 72) * 25.4 - width)).toBeLessThan(0.5)
    expect(Math.abs((Number(high) / 72) * 25.4 - height)).toBeLessThan(0.5)
    const pages = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1)
    expect(pages).toHaveLength(5)
    for (const word of ['羊毛大衣', '藏青', '899.00', barcode, 'DY-1']) expect(pages[0]).toContain(word)
    if (!hasZbar) return
    run('pdftoppm', '-r', '203', '-png', file, file)
    const read = [1, 2, 3, 4, 5].map((number) => run('zbarimg', '--quiet', '--raw', `${file}-${number}.png`).trim())
    expect(read).toEqual([barcode, barcode, 'DY-2', 'DY-3', 'DY-4'])
  })
}

screenTest(
  'labels are chosen by scanner, and goods without a barcode get one there',
  { width: 390, height: 844, touch: true },
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    await aCoat(client)
    await openAt(screen, '/labels')
    await page.getByText('还没有要打的标签').waitFor()
    const field = page.getByRole('combobox')
    await field.fill('DY-2')
    await field.press('Enter')
    await page.getByRole('button', { name: '生成店内码' }).click()
    await page.locator('.label-code', { hasText: /^29\d{11}$/ }).waitFor()
    expect(await sideways(page)).toEqual([])
    const [row] = (await client.products.list({ search: 'DY-2' })).rows
    const product = await client.products.get({ productId: row?.productId ?? 0 })
    expect(product.skus[1]?.barcodes).toHaveLength(1)
  },
)

function run(program: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  return stdout
}
