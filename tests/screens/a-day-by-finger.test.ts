/** A whole sale by finger: no key is pressed. */
import { expect } from 'vitest'
import { WORDS } from './counter.ts'
import { stocked, withOpenShift } from './goods.ts'
import { openAt, owner, screenTest } from './shop.ts'

for (const size of [
  { width: 1024, height: 700, touch: true },
  { width: 390, height: 844, touch: true },
]) {
  screenTest(`goods are found, counted and paid by finger at ${size.width}`, size, async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    await stocked(client)
    await withOpenShift(client)
    await openAt(screen, '/counter')
    const field = page.getByRole('combobox')
    await field.tap()
    // What a keyboard on the glass writes.
    await field.fill('龙井')
    await page.getByRole('option', { name: /龙井茶/ }).tap()
    await page.getByRole('button', { name: WORDS.oneMore.replace('{title}', '龙井茶') }).tap()
    await page.getByRole('button', { name: WORDS.oneMore.replace('{title}', '龙井茶') }).tap()
    await page.getByRole('button', { name: WORDS.fewer.replace('{title}', '龙井茶') }).tap()
    await page.locator('.due:not(.stale) .due-figure').filter({ hasText: '256.00' }).waitFor()
    await page.getByRole('button', { name: WORDS.checkout }).tap()
    await page.getByRole('button', { name: '微信' }).tap()
    expect((await client.documents.list({ kind: 'sale' })).rows).toEqual([])
    await page.getByRole('button', { name: WORDS.finish }).tap()
    await page.getByRole('region', { name: WORDS.sold }).waitFor()
    const [sale] = (await client.documents.list({ kind: 'sale' })).rows
    expect(sale).toMatchObject({ total: 25_600, paymentState: 'paid' })
    await page.getByRole('button', { name: WORDS.next }).tap()
    await page.getByText(WORDS.empty).waitFor()
  })
}
