/** What every screen of the frame and the counter must look like, whatever the device. */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { counterOn, WORDS } from './counter.ts'
import { stocked, withOpenShift } from './goods.ts'
import { cut, sideways, unreadable } from './seeing.ts'
import { openAt, owner, screenTest, type Screen } from './shop.ts'

const PAGES = [
  ['/counter', '收银台'],
  ['/counter/return', '退货'],
  ['/shift', '班次'],
  ['/day-end', '日结'],
  ['/sensitive', '敏感操作'],
  ['/password', '修改密码'],
  ['/more', '更多'],
] as const
const SIZES = [
  { width: 1366, height: 650 },
  { width: 1280, height: 640 },
  { width: 1024, height: 700 },
  { width: 390, height: 844, touch: true },
] as const

const TEXT_SIZES = [100, 125, 150] as const

/** The counter with nine lines, at its payment. */
async function aFullCounter(screen: Screen) {
  const client = await owner(screen)
  const goods = await stocked(client)
  await withOpenShift(client)
  await openAt(screen, '/counter')
  await screen.page.getByRole('combobox').focus()
  const counter = await counterOn(screen.page)
  for (const { barcode } of goods) await counter.scan(barcode)
  await counter.has(9, '1,751.40')
  return counter
}

/** At every size of such a device in turn: the screen flows anew around what stands on it. */
async function atEverySize(page: Page, touch: boolean, look: (width: number) => Promise<void>): Promise<void> {
  for (const { width, height } of SIZES.filter((size) => 'touch' in size === touch)) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await look(width)
  }
}

for (const touch of [false, true]) {
  screenTest(
    `nothing scrolls sideways${touch ? ' on a phone' : ''}, whatever the text size`,
    { touch },
    async (screen) => {
      const { page, origin } = screen
      const fits = (where: string) =>
        atEverySize(page, touch, async (width) => {
          expect(await sideways(page), `${where} at ${String(width)}`).toEqual([])
        })
      await page.goto(origin)
      await page.getByRole('heading').first().waitFor()
      await fits('first run')
      await aFullCounter(screen)
      for (const textSize of TEXT_SIZES) {
        await useTextSize(page, textSize)
        const counter = await counterOn(page)
        await fits(`counter, ${String(textSize)} %,`)
        await counter.press('Enter')
        await page.getByRole('button', { name: WORDS.finish }).waitFor()
        await fits(`paying, ${String(textSize)} %,`)
        for (const [path, title] of PAGES) {
          await page.goto(`${origin}/#${path}`)
          await page.getByRole('heading', { level: 1, name: title }).waitFor()
          await fits(`${path}, ${String(textSize)} %,`)
        }
        await page.goto(`${origin}/#/counter`)
      }
    },
  )
}

for (const language of ['zh-CN', 'zh-TW', 'en'] as const) {
  for (const touch of [false, true]) {
    screenTest(
      `no word of the counter is cut in ${language}${touch ? ' on a phone' : ''}, whatever the text size`,
      { language, touch },
      async (screen) => {
        const { page } = screen
        await aFullCounter(screen)
        const found: Record<string, string[]> = {}
        const look = (what: string) =>
          atEverySize(page, touch, async (width) => {
            const faults = await cut(page)
            if (faults.length > 0) found[`${what} at ${String(width)}`] = faults
          })
        for (const textSize of TEXT_SIZES) {
          await useTextSize(page, textSize)
          await page.locator('tr.line').last().waitFor()
          await look(`basket, ${String(textSize)} %,`)
          await page.keyboard.press('Enter')
          await page.locator('.counter.taking').waitFor()
          await look(`paying, ${String(textSize)} %,`)
          await page.keyboard.press('Escape')
        }
        expect(found).toEqual({})
      },
    )
  }
}

for (const size of SIZES.slice(0, 3)) {
  screenTest(
    `eight lines, the sum, tenders and finish fit into ${size.width} × ${size.height}`,
    size,
    async (screen) => {
      const { page } = screen
      const counter = await aFullCounter(screen)
      const shown = await page.locator('.scroller').evaluate((scroller) => {
        const head = scroller.querySelector('thead')?.getBoundingClientRect().height ?? 0
        const row = scroller.querySelector('tr.line')?.getBoundingClientRect().height ?? 1
        return (scroller.clientHeight - head) / row
      })
      expect(shown).toBeGreaterThanOrEqual(8)
      expect(await counter.due.evaluate((due) => Number.parseFloat(getComputedStyle(due).fontSize))).toBe(48)

      await counter.press('F6')
      await counter.type('100')
      await counter.press('Enter')
      await counter.type('1700')
      const money = page.getByRole('complementary', { name: WORDS.checkout })
      expect(await money.evaluate((panel) => panel.scrollHeight - panel.clientHeight)).toBe(0)
      expect(await page.evaluate(() => document.body.scrollHeight - innerHeight)).toBe(0)
    },
  )
}

for (const dark of [false, true]) {
  screenTest(`${dark ? 'dark' : 'light'} screens can be read and named`, { dark }, async (screen) => {
    const { page, origin } = screen
    await page.goto(origin)
    await page.getByRole('heading').first().waitFor()
    expect(await unreadable(page), 'first run').toEqual([])
    const counter = await aFullCounter(screen)
    expect(await unreadable(page), 'counter').toEqual([])
    await counter.press('Enter')
    await counter.press('Enter')
    await counter.done()
    expect(await unreadable(page), 'sold').toEqual([])
    for (const [path, title] of PAGES.slice(1)) {
      await page.goto(`${origin}/#${path}`)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      expect(await unreadable(page), path).toEqual([])
    }
    expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe(dark ? 'dark' : 'light')
  })
}

screenTest('language, theme and text size are chosen on the device and stay there', {}, async (screen) => {
  const { page } = screen
  await openAt(screen, '/shift')
  await page.getByRole('button', { name: '显示' }).click()
  await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('heading', { name: 'Shift', exact: true }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.getByRole('radio', { name: '繁體中文' }).check()
  await page.getByRole('button', { name: '顯示' }).waitFor()
  await page.getByRole('radio', { name: '深色' }).check()
  await page.getByRole('radio', { name: '特大' }).check()
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark')
  await page.waitForFunction(() => getComputedStyle(document.documentElement).fontSize === '24px')
  const stored = await page.evaluate(() =>
    ['locale', 'theme', 'textSize'].map((name) => localStorage.getItem(`guitai.${name}`)),
  )
  expect(stored).toEqual(['"zh-TW"', '"dark"', '150'])
  await page.reload()
  await page.waitForFunction(() => document.documentElement.lang === 'zh-TW')
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
})

screenTest('the first screen needs at most 300 kB of script', {}, async (screen) => {
  const { page } = screen
  const scripts: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length))
  })
  await openAt(screen, '/counter')
  await page.getByRole('combobox').waitFor()
  const sizes = await Promise.all(scripts)
  expect(sizes.length).toBeGreaterThan(3)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(300_000)
})

async function useTextSize(page: Page, size: number): Promise<void> {
  await page.evaluate((value) => localStorage.setItem('guitai.textSize', String(value)), size)
  await page.reload()
  await page.waitForFunction((value) => document.documentElement.style.fontSize === `${value}%`, size)
  await page.getByRole('combobox').focus()
}
