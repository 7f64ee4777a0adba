/** Pages behind the counter that are used on a phone: whole, and by finger. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { stocked } from './goods.ts'
import { cut, outside, sideways, tooSmall } from './seeing.ts'
import { openAt, owner, rid, screenTest, type Client } from './shop.ts'

const PHONE = { width: 390, height: 844, touch: true } as const
const TEXT_SIZES = [100, 125, 150] as const

async function looksRight(page: Page, what: string): Promise<void> {
  expect(await sideways(page), what).toEqual([])
  expect(await outside(page), what).toEqual([])
  expect(await cut(page), what).toEqual([])
  expect(await tooSmall(page), what).toEqual([])
}

/** One that was right, one with a large difference, and one that is open. */
async function someShifts(client: Client): Promise<void> {
  for (const counted of [1_234_567, 1_000_000]) {
    await client.drawer.open({ requestId: rid(), float: 1_234_567 })
    await client.drawer.count({ requestId: rid(), counted })
    await client.drawer.close({ requestId: rid(), reason: '点了三遍还是少，明天再查' })
  }
  await client.drawer.open({ requestId: rid(), float: 1_000_000 })
}

for (const textSize of TEXT_SIZES)
  screenTest(
    `历史班次 is whole on a phone at ${textSize} %, and a shift opens by finger`,
    { ...PHONE, textSize },
    async (screen) => {
      const { page } = screen
      const client = await owner(screen)
      await someShifts(client)
      const { rows } = await client.drawer.list({})
      await openAt(screen, '/shift')
      const list = page.getByRole('table', { name: '历史班次' })
      await list
        .getByRole('row')
        .nth(rows.length - 1)
        .waitFor()
      await looksRight(page, 'the list')
      const text = await list.innerText()
      for (const { number } of rows) expect(text).toContain(number)
      for (const figure of ['12,345.67', '10,000.00', '-2,345.67']) expect(text).toContain(figure)

      const short = rows.find(({ difference }) => difference !== undefined && difference < 0)
      await list.getByText(short?.number ?? '').tap()
      const report = page.getByRole('region', { name: short?.number ?? '' })
      await report.getByText('点了三遍还是少，明天再查').waitFor()
      expect(await report.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true)
      await looksRight(page, 'the report')
    },
  )

for (const textSize of TEXT_SIZES)
  screenTest(
    `报损 is whole on a phone at ${textSize} %, and is booked by finger`,
    { ...PHONE, textSize },
    async (screen) => {
      const { page } = screen
      const client = await owner(screen)
      const goods = await stocked(client)
      const [tea] = goods
      await openAt(screen, '/stock/adjust')
      const field = page.getByRole('combobox', { name: /扫条码/ })
      await page.getByRole('button', { name: '报损' }).waitFor()
      await looksRight(page, 'empty')
      for (const { title } of goods.slice(0, 3)) {
        await field.fill(title)
        await page.getByRole('option', { name: title }).first().tap()
        await page.getByRole('textbox', { name: `${title} 的数量` }).waitFor()
      }
      await looksRight(page, 'with three goods')
      for (const { title } of goods.slice(1, 3)) await page.getByRole('button', { name: `移除 ${title}` }).tap()
      await page.getByRole('textbox', { name: `${tea?.title ?? ''} 的数量` }).fill('4')
      await page.getByRole('button', { name: '确认调整' }).tap()
      await page.getByRole('group', { name: '原因' }).getByRole('alert').waitFor()
      await looksRight(page, 'without a reason')
      await page.getByRole('button', { name: '报损' }).tap()
      await page.getByRole('button', { name: '确认调整' }).tap()
      await page.getByText('已入账').waitFor()
      const { rows } = await client.stock.movements({ skuId: tea?.skuId ?? 0 })
      expect(rows[0]).toMatchObject({ quantity: -4_000, balance: 26_000, reason: '报损' })
    },
  )
