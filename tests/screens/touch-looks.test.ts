/** What the counter must look like in touch mode, whatever the device, the language and the text size. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import en from '../../src/renderer/locales/en/counter.ts'
import zhCN from '../../src/renderer/locales/zh-CN/counter.ts'
import zhTW from '../../src/renderer/locales/zh-TW/counter.ts'
import { counterOn } from './counter.ts'
import { stocked, withOpenShift } from './goods.ts'
import { keyboardOf } from './keyboard.ts'
import { cut, outside, sideways, tooSmall, unreadable } from './seeing.ts'
import { openAt, owner, rid, screenTest, type Screen } from './shop.ts'

const SIZES = [
  { width: 1366, height: 650, touch: true },
  { width: 1280, height: 640, touch: true },
  { width: 1024, height: 700, touch: true },
  { width: 390, height: 844, touch: true },
] as const
const LANGUAGES = { 'zh-CN': zhCN, 'zh-TW': zhTW, en } as const
const LONG = '云南古树熟普洱茶饼礼盒装 357g 送礼佳品'

/** Every place of the tiles filled, one name too long, one without stock, one pinned. */
async function aShopOfTiles(screen: Screen) {
  const client = await owner(screen)
  const goods = await stocked(client)
  await withOpenShift(client)
  const { rows } = await client.products.list({})
  const titles = [LONG, ...Array.from({ length: 14 }, (_, at) => `铁观音 ${at + 1} 号`)]
  const made = []
  for (const [at, title] of titles.entries()) {
    const code = `T${at}`
    const skus = [{ code, variant: '', price: 12_888_000, floorPrice: null, barcodes: [] }]
    const few = { kind: 'goods' as const, category: '', baseUnit: '件', taxRate: 0, units: [] }
    made.push(await client.products.create({ requestId: rid(), code, title, ...few, skus }))
  }
  for (const productId of [...rows.map((row) => row.productId), ...made.map(({ id }) => id)])
    await client.tiles.pin({ requestId: rid(), productId, pinned: true })
  await client.tiles.pin({ requestId: rid(), productId: made[3]?.id ?? 0, pinned: false })
  return goods
}

async function looksRight(page: Page, what: string): Promise<void> {
  expect(await sideways(page), what).toEqual([])
  expect(await outside(page), what).toEqual([])
  expect(await cut(page), what).toEqual([])
  expect(await tooSmall(page), what).toEqual([])
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('.scroller, .tiles, .goods, .money')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((part) => {
        const wide = [...part.querySelectorAll('th, td')].map(
          (cell) => `${cell.className} ${cell.getBoundingClientRect().width}`,
        )
        return [part.className, part.scrollWidth, part.clientWidth, ...wide.slice(0, 12)].join(' | ')
      }),
  )
  expect(wide, what).toEqual([])
}

/** At every size in turn: what a sale has come to stays, and the screen flows anew around it. */
async function looksRightAtEverySize(page: Page, what: string): Promise<void> {
  for (const { width, height } of SIZES) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await looksRight(page, `${what}, at ${String(width)}`)
  }
}

for (const language of ['zh-CN', 'zh-TW', 'en'] as const)
  for (const textSize of [100, 125, 150] as const)
    screenTest(
      `nothing is cut in touch mode at any size in ${language} at ${textSize} %`,
      { ...SIZES[0], language, textSize },
      async (screen) => {
        const { page } = screen
        const words = LANGUAGES[language]
        const goods = await aShopOfTiles(screen)
        await openAt(screen, '/counter')
        const counter = await counterOn(page)
        await page.locator('.tile').nth(23).waitFor()
        await looksRightAtEverySize(page, 'tiles')
        for (const { barcode } of goods) await counter.scan(barcode)
        await counter.has(9, '1,751.40')
        await looksRightAtEverySize(page, 'lines')
        const edit = (name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true }).click()
        await edit(words.use.price)
        await page.locator('.number-pad').waitFor()
        await looksRightAtEverySize(page, 'price')
        await counter.press('Escape')
        await edit(words.use.discount)
        await page.locator('.likely').waitFor()
        await looksRightAtEverySize(page, 'discount')
        await counter.press('Escape')
        await counter.press('Enter')
        await page.getByRole('button', { name: words.finish }).waitFor()
        await looksRightAtEverySize(page, 'paying')
        await counter.press('Enter')
        await counter.press('Enter')
        await page.getByRole('region', { name: words.sold }).waitFor()
        await looksRightAtEverySize(page, 'sold')
      },
    )

for (const { height, width } of SIZES.slice(0, 3))
  screenTest(`lines are 48 px high and as many as fit at ${width}`, { width, height, touch: true }, async (screen) => {
    const { page } = screen
    const goods = await aShopOfTiles(screen)
    await openAt(screen, '/counter')
    const counter = await counterOn(page)
    for (const { barcode } of goods) await counter.scan(barcode)
    await counter.has(9, '1,751.40')
    const heights = await page.locator('tr.line').evaluateAll((rows) => rows.map((row) => row.clientHeight))
    for (const rowHeight of heights) expect(rowHeight).toBeGreaterThanOrEqual(48)
    const shown = () =>
      page.locator('.scroller').evaluate((scroller) => {
        const { top, bottom } = scroller.getBoundingClientRect()
        const selected = scroller.querySelector('[aria-selected=true]')?.getBoundingClientRect()
        return {
          high: scroller.clientHeight,
          whole: (selected?.top ?? 0) >= top && (selected?.bottom ?? 0) <= bottom + 1,
        }
      })
    expect(await shown()).toMatchObject({ whole: true })
    await page.getByRole('toolbar').getByRole('button', { name: zhCN.use.quantity }).tap()
    await page.locator('.number-pad').waitFor()
    await page.waitForFunction(() => {
      const line = document.querySelector('tr[aria-selected=true]')?.getBoundingClientRect()
      const scroller = document.querySelector('.scroller')?.getBoundingClientRect()
      return line !== undefined && scroller !== undefined && line.bottom <= scroller.bottom + 1
    })
    expect((await shown()).high).toBeGreaterThanOrEqual(3 * 48)
  })

for (const dark of [false, true])
  screenTest(
    `touch mode can be read and named in the ${dark ? 'dark' : 'light'}`,
    { ...SIZES[2], dark },
    async (screen) => {
      const { page } = screen
      const goods = await aShopOfTiles(screen)
      await openAt(screen, '/counter')
      const counter = await counterOn(page)
      await page.locator('.tile').nth(23).waitFor()
      expect(await unreadable(page), 'tiles').toEqual([])
      for (const { barcode } of goods) await counter.scan(barcode)
      await counter.has(9, '1,751.40')
      await page.getByRole('toolbar').getByRole('button', { name: zhCN.use.discount }).click()
      await page.locator('.likely').waitFor()
      expect(await unreadable(page), 'discount').toEqual([])
      await counter.press('Escape')
      await counter.press('Enter')
      await page.getByRole('button', { name: zhCN.finish }).waitFor()
      expect(await unreadable(page), 'paying').toEqual([])
    },
  )

screenTest('touch mode is chosen on the device, or from the palette', {}, async (screen) => {
  const { page } = screen
  await openAt(screen, '/counter')
  const keyboard = page.getByRole('button', { name: zhCN.keyboard })
  await page.getByRole('combobox').waitFor()
  expect(await keyboard.count()).toBe(0)
  await page.getByRole('button', { name: '显示' }).click()
  await page.getByRole('group', { name: '触屏模式' }).getByRole('radio', { name: '开' }).check()
  await keyboard.waitFor()
  await page.reload()
  await keyboard.waitFor()
  await page.keyboard.press('Control+KeyK')
  await page.waitForFunction(() => document.activeElement?.matches('dialog [role=combobox]'))
  const hand = await keyboardOf(page)
  await hand.type('cpms')
  await page.getByRole('option', { name: /关闭触屏模式/ }).waitFor()
  await hand.press('Enter')
  await keyboard.waitFor({ state: 'detached' })
})
