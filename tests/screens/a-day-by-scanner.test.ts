/** A scanner types where the focus is, with an IME on or a strip open: goods come in, nothing is paid or written. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { counterOn, WORDS } from './counter.ts'
import { aCustomer, stocked, withOpenShift } from './goods.ts'
import { openAt, owner, screenTest } from './shop.ts'

const GAP_S = 0.008

/** Keys as an IME hides them: the code is all that is known, and what is composed lands in the field. */
async function scanThroughIme(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  let timestamp = Date.now() / 1_000 + 60
  const stroke = async (name: string) => {
    timestamp += GAP_S
    const hidden = { key: 'Process', code: name, windowsVirtualKeyCode: 229, timestamp }
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...hidden })
  }
  for (const [at, digit] of [...code].entries()) {
    await stroke(`Digit${digit}`)
    const text = code.slice(0, at + 1)
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
  await stroke('Enter')
  await session.send('Input.insertText', { text: code })
  await stroke('Enter')
}

async function aShop(screen: Parameters<typeof owner>[0]) {
  const client = await owner(screen)
  const goods = await stocked(client)
  await withOpenShift(client)
  await aCustomer(client)
  await openAt(screen, '/counter')
  const counter = await counterOn(screen.page)
  const sales = async () => (await client.documents.list({ kind: 'sale' })).rows
  return { client, counter, sales, barcode: (at: number) => goods[at]?.barcode ?? '' }
}

screenTest('CR and LF after each scan pay nothing, wherever the focus is', {}, async (screen) => {
  const { page } = screen
  const { counter, sales, barcode } = await aShop(screen)
  const scan = async (code: string) => {
    await counter.scan(code)
    // The second of CR LF follows at once.
    await counter.again()
  }
  await scan(barcode(0))
  await scan(barcode(1))
  await counter.has(2, '326.00')
  await counter.press('Enter')
  await page.getByRole('button', { name: WORDS.finish }).waitFor()
  await scan(barcode(2))
  await counter.has(3, '585.00')
  await page.getByRole('button', { name: WORDS.checkout }).waitFor()

  await counter.press('F4')
  const search = page.getByRole('textbox', { name: WORDS.customerSearch })
  await search.waitFor()
  await scan(barcode(3))
  await counter.lines.nth(3).waitFor()
  await search.waitFor({ state: 'detached' })
  await counter.has(4, '630.00')

  await counter.press('Alt+KeyN')
  const name = page.getByRole('textbox', { name: WORDS.quickItemName })
  await name.focus()
  await scan(barcode(4))
  expect(await name.inputValue()).toBe('')
  expect(await counter.lines.count()).toBe(4)
  await counter.press('Escape')
  await counter.has(5, '1,018.00')

  await scan('6988888888882')
  await page.getByRole('region', { name: /没有这个条码/ }).waitFor()
  await scan(barcode(0))
  await counter.press('Escape')
  await counter.has(5, '1,146.00')
  expect(await sales()).toEqual([])
})

screenTest('an unknown code between two Enters pays nothing', {}, async (screen) => {
  const { page } = screen
  const { counter, sales, barcode } = await aShop(screen)
  await counter.scan(barcode(0))
  await counter.has(1, '128.00')
  await page.route('**/rpc/orders/scan', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  await counter.scan('6988888888882')
  await counter.press('Enter')
  await counter.press('Enter')
  await page.getByRole('region', { name: /没有这个条码/ }).waitFor()
  await counter.press('Escape')
  await counter.scan(barcode(1))
  await counter.has(2, '326.00')
  await page.getByRole('button', { name: WORDS.checkout }).waitFor()
  expect(await sales()).toEqual([])
})

screenTest('with an IME on a scan is the same', {}, async (screen) => {
  const { page } = screen
  const { counter, sales, barcode } = await aShop(screen)
  await scanThroughIme(page, barcode(0))
  await counter.has(1, '128.00')
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[role=combobox]')?.value === '')
  await page.getByRole('button', { name: WORDS.checkout }).waitFor()
  expect(await sales()).toEqual([])
})
