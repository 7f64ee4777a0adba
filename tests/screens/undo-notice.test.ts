/** What was removed can be taken back, and the notice that says so stands in nobody's way. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { counterOn, WORDS } from './counter.ts'
import { stocked, withOpenShift } from './goods.ts'
import { openAt, owner, screenTest } from './shop.ts'

const SIZES = [
  { width: 1366, height: 650 },
  { width: 1024, height: 700 },
  { width: 390, height: 844, touch: true },
] as const

/** What a sale goes on with: where one scans, what is to pay, with what, and the way there. */
const NEEDED = '[role=combobox], .due-figure, .due-label, .tender, .go, .change, .received'

/** What of that lies under a notice. */
const covered = (page: Page) =>
  page.evaluate((needed) => {
    const notices = [...document.querySelectorAll('.notice')].map((notice) => notice.getBoundingClientRect())
    return [...document.querySelectorAll(needed)]
      .filter((part) => part.checkVisibility({ visibilityProperty: true }))
      .filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect()
        return notices.some((box) => left < box.right && right > box.left && top < box.bottom && bottom > box.top)
      })
      .map((part) => `${part.className}: ${part.textContent.slice(0, 20)}`)
  }, NEEDED)

for (const size of SIZES)
  for (const textSize of [100, 150] as const)
    screenTest(
      `the undo of a removed line covers nothing that a sale needs at ${size.width} × ${size.height}, ${textSize} %`,
      { ...size, textSize },
      async (screen) => {
        const { page } = screen
        const client = await owner(screen)
        const goods = await stocked(client)
        await withOpenShift(client)
        await openAt(screen, '/counter')
        const counter = await counterOn(page)
        for (const { barcode } of goods.slice(0, 3)) await counter.scan(barcode)
        await page.locator('tr.line').nth(2).waitFor()
        const undo = page.getByRole('button', { name: '撤销' })
        for (const [left, due] of [
          [2, '326.00'],
          [1, '128.00'],
        ] as const) {
          await counter.press('Delete')
          await counter.has(left, due)
        }
        await undo.last().waitFor()
        expect(await covered(page), 'at the basket').toEqual([])

        await counter.press('Enter')
        await page.getByRole('button', { name: WORDS.finish }).waitFor()
        expect(await covered(page), 'while paying').toEqual([])
        await undo.last().click() // it was there while it was measured
        await page.getByText('¥326.00').first().waitFor()
      },
    )
