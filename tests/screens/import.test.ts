/** From a file of an old system to the shop's own products, on the screen. */
import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { expect } from 'vitest'
import { sideways, unreadable } from './seeing.ts'
import { openAt, owner, screenTest, type Screen } from './shop.ts'

const FILE = {
  name: '商品.csv',
  mimeType: 'text/csv',
  buffer: iconv.encode(
    '商品资料\n款号,品名,颜色,售价,备用\nA01,女士大衣,红,399,x\nA01,女士大衣,黑,399,x\nB02,围巾,,八十,\nC03,手套,,25,\n',
    'gb18030',
  ),
}

async function toPreview({ page }: Screen) {
  await page.locator('input[type=file]').setInputFiles(FILE)
  await page.getByText('第 2 行是表头，下面有 4 行').waitFor()
  await page.getByRole('button', { name: '看看结果' }).click()
  await page.getByText('新建 2，更新 0，无变化 0，不能导入 1').waitFor()
}

screenTest('a file is chosen, mapped, looked at and imported; what stayed out is taken along', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await openAt(screen, '/products')
  await page.getByRole('button', { name: '导入旧资料' }).click()
  await toPreview(screen)
  expect((await client.products.list({})).rows).toEqual([])
  await page.getByText('零售价「八十」不是能用的数字').waitFor()
  expect(await page.getByRole('combobox', { name: '售价 当作' }).inputValue()).toBe('retailPrice')
  await page.getByRole('combobox', { name: '备用 当作' }).selectOption('分类')
  await page.getByRole('button', { name: '看看结果' }).click()
  await page.getByRole('button', { name: '开始导入' }).click()
  await page.getByRole('heading', { name: '导入完成' }).waitFor()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载没有导入的行（1 行）' }).click()
  const text = readFileSync(await (await waiting).path(), 'utf8')
  expect(text).toBe('\ufeff款号,品名,颜色,售价,备用,行号,原因\r\nB02,围巾,,八十,,5,零售价「八十」不是能用的数字\r\n')
  expect((await client.products.list({})).rows.map(({ code, category }) => [code, category])).toEqual([
    ['C03', ''],
    ['A01-黑', 'x'],
    ['A01-红', 'x'],
  ])
})

screenTest('what cannot be read is said in place, with what to do', {}, async (screen) => {
  const { page } = screen
  await openAt(screen, '/import')
  const buffer = Buffer.from('%PDF-1.7')
  await page.locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer })
  await page.getByRole('alert').getByText('请用WPS另存为xlsx').waitFor()
})

for (const look of [{}, { dark: true }, { width: 390, height: 800, touch: true }, { textSize: 150 as const }]) {
  screenTest(`can be read: ${JSON.stringify(look)}`, look, async (screen) => {
    const { page } = screen
    await openAt(screen, '/import')
    await page.getByRole('button', { name: '选择文件' }).waitFor()
    expect(await unreadable(page)).toEqual([])
    await toPreview(screen)
    expect(await unreadable(page)).toEqual([])
    expect(await sideways(page)).toEqual([])
  })
}
