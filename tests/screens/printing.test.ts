/** Paper: exact sizes, every line on one page, right figures, and a barcode that a scanner reads back. */
import { describe, expect } from 'vitest'
import type { Page } from 'playwright-core'
import { hasPoppler, hasZbar, pdfOf, scannedFrom, type Printed } from './pdf.ts'
import { openAt, owner, rid, screenTest, type Client, type Screen } from './shop.ts'
import { aLongSale, CUSTOMER, someTrade, type Trade } from './trade.ts'

async function withTrade(screen: Screen): Promise<{ client: Client; trade: Trade }> {
  const client = await owner(screen)
  const { currency: _, currencyDecimals: __, trade: ___, ...profile } = await client.settings.get({})
  const words = { address: '河坊街 88 号', phone: '0571-00000000', receiptFooter: '谢谢光临' }
  await client.settings.update({ requestId: rid(), ...profile, ...words })
  const trade = await someTrade(client)
  await openAt(screen, '/documents')
  // An address that changes before the first page stands is not heard.
  await screen.page.getByText(trade.cash.number).waitFor()
  return { client, trade }
}

async function print({ page, origin }: Screen, paper: string, documentId: number, sheet: string): Promise<Printed> {
  await page.goto(`${origin}/#/print/${paper}/${documentId}?sheet=${sheet}`)
  return pdfOf(page)
}

/** The amounts of the printed lines, added up. */
function lineSum(pages: readonly string[]): number {
  const rows = pages.flatMap((text) => text.split('\n')).filter((row) => /^\s*\d+\s.*\d\.\d\d\s*$/.test(row))
  return rows.reduce((sum, row) => sum + Math.round(Number(row.trim().split(/\s+/).at(-1)?.replace(',', '')) * 100), 0)
}

describe.skipIf(!hasPoppler)('paper', () => {
  for (const width of [80, 58]) {
    screenTest(`a receipt on ${width} mm is one strip as long as what stands on it`, {}, async (screen) => {
      const { trade } = await withTrade(screen)
      const printed = await print(screen, 'receipt', trade.cash.id, String(width))
      expect(printed.width).toBeCloseTo(width, 0)
      expect(printed.pages).toHaveLength(1)
      const strip = await screen.page.locator('.strip').evaluate((paper) => paper.getBoundingClientRect().height)
      expect(printed.height - (strip / 96) * 25.4).toBeGreaterThanOrEqual(-0.1)
      expect(printed.height - (strip / 96) * 25.4).toBeLessThan(1.1)

      const [text = ''] = printed.pages
      const words = ['小店', '河坊街 88 号', '0571-00000000', '龙井茶', '普洱饼', '谢谢光临', trade.cash.number]
      for (const word of words) expect(text).toContain(word)
      for (const row of [/合计\s+454\.00/, /优惠\s+-19\.80/, /抹零\s+-0\.20/, /应收\s+¥434\.00/])
        expect(text).toMatch(row)
      expect(text).toMatch(/现金\s+500\.00\s+找零\s+66\.00/)
      expect(text).not.toMatch(/成本|毛利/)
      if (hasZbar) expect(scannedFrom(printed)).toBe(trade.cash.number)
    })
  }

  screenTest('a return prints as one, with positive figures', {}, async (screen) => {
    const { trade } = await withTrade(screen)
    for (const [paper, sheet] of [
      ['receipt', '80'],
      ['salesDocument', 'A4'],
    ] as const) {
      const [text = ''] = (await print(screen, paper, trade.returned.id, sheet)).pages
      expect(text.replaceAll(' ', '')).toContain('退货单')
      expect(text).toMatch(/退款\s+¥127\.94/)
      expect(text).toMatch(/现金\s+127\.94/)
      expect(text).not.toContain('应收')
      expect(text).not.toContain('买多了')
    }
  })

  for (const [sheet, width, height] of [
    ['A4', 210, 297],
    ['A5', 148, 210],
    ['241x140', 241, 140],
  ] as const) {
    screenTest(`a 销售单 on ${sheet} has its exact size, and all that the trade expects`, {}, async (screen) => {
      const { trade } = await withTrade(screen)
      const printed = await print(screen, 'salesDocument', trade.account.id, sheet)
      expect(Math.abs(printed.width - width)).toBeLessThan(0.5)
      expect(Math.abs(printed.height - height)).toBeLessThan(0.5)
      const [text = '', ...more] = printed.pages
      expect(more).toEqual([])
      for (const word of ['小店', CUSTOMER, trade.account.number, '周五前送到', '人民币柒佰柒拾柒元整']) {
        expect(text).toContain(word)
      }
      for (const row of [/应收\s+¥777\.00/, /赊账\s+777\.00/, /上期欠款\s+0\.00/, /累计欠款\s+777\.00/]) {
        expect(text).toMatch(row)
      }
      expect(text).toMatch(/1\s*\/\s*1\s*$/)
      expect(text).not.toMatch(/抹零|优惠|成本|毛利/)
    })

    screenTest(`sixty lines on ${sheet} are numbered through, with n/m and the totals last`, {}, async (screen) => {
      const { client, trade } = await withTrade(screen)
      const sale = await aLongSale(client, trade, 60)
      const { pages } = await print(screen, 'salesDocument', sale.id, sheet)
      expect(pages.length).toBeGreaterThan(1)
      pages.forEach((text, at) => {
        expect(text).toMatch(new RegExp(`${at + 1}\\s*/\\s*${pages.length}\\s*$`))
        expect(text).toContain('品名规格')
        expect(text).toContain(sale.number)
        expect(text.includes('金额大写')).toBe(at === pages.length - 1)
      })
      const numbers = pages.flatMap((text) =>
        [...text.matchAll(/^\s*(\d+)\s+(?:A1\d\d\s+)?\S+\s+件\s/gm)].map(([, n]) => Number(n)),
      )
      expect(numbers).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
      expect(lineSum(pages)).toBe(sale.total)
    })
  }

  for (const [sheet, width, height] of [
    ['A4', 210, 297],
    ['A5', 148, 210],
  ] as const) {
    screenTest(`a packing slip on ${sheet} names the goods and no price`, {}, async (screen) => {
      const { trade } = await withTrade(screen)
      const printed = await print(screen, 'packingSlip', trade.account.id, sheet)
      expect([Math.round(printed.width), Math.round(printed.height)]).toEqual([width, height])
      const [text = ''] = printed.pages
      for (const word of ['棉麻衬衫', CUSTOMER, '共计：3 件', trade.account.number]) expect(text).toContain(word)
      expect(text).not.toMatch(/\d\.\d\d|¥|单价|金额/)
    })
  }
})

screenTest('the preview shows the sheet at its true size, and keeps the one last used', {}, async (screen) => {
  const { page } = screen
  const { trade } = await withTrade(screen)
  await page.goto(`${screen.origin}/#/print/salesDocument/${trade.account.id}`)
  await page.getByRole('radio', { name: 'A4' }).waitFor()
  expect(await sheetWidth(page)).toBeCloseTo(210, 0)
  await page.getByRole('radio', { name: '241×140' }).check()
  await expect.poll(() => sheetWidth(page)).toBeCloseTo(241, 0)
  await page.goto(`${screen.origin}/#/print/salesDocument/${trade.cash.id}`)
  await expect.poll(() => sheetWidth(page)).toBeCloseTo(241, 0)
  await page.getByRole('radio', { name: '小票' }).check()
  await page.locator('.strip').waitFor()
  expect(await page.title()).toBe(`${trade.cash.number} 小票 小店`)
})

screenTest('in English a sales document has no amount in Chinese words', { language: 'en' }, async (screen) => {
  const { trade } = await withTrade(screen)
  await screen.page.goto(`${screen.origin}/#/print/salesDocument/${trade.account.id}`)
  await screen.page.locator('.print-page[data-ready]').waitFor()
  const text = await screen.page.locator('.print-paper').innerText()
  expect(text).toContain('Sales document')
  expect(text).not.toContain('元整')
})

const sheetWidth = async (page: Page) =>
  ((await page
    .locator('.paged-sheet')
    .first()
    .evaluate((sheet) => sheet.getBoundingClientRect().width)) /
    96) *
  25.4
