/** The main job in the desktop app: its built main, preload and renderer together. */
import { expect, test } from 'vitest'
import words from '../../src/renderer/locales/zh-CN/app.ts'
import { clientThrough } from './harness/client.ts'
import { aPlace, quit, startDesktop, usedHost } from './harness/desktop.ts'
import { sellTea } from './harness/a-sale.ts'
import { openShop, OWNER, SHOP_NAME, signedIn, signedOut, signIn } from './harness/first-run.ts'

console.log(`The desktop tests run in ${usedHost}.`)

test('a shop is set up without a code, sells, stays signed in over a reload and asks again at the next start', async () => {
  const place = aPlace()
  const app = await startDesktop(place)
  await openShop(app.page)
  const client = await clientThrough(app.page)

  const sale = await sellTea(client)
  expect(sale).toMatchObject({ total: 25_600, paid: 25_600, staffName: OWNER.name, paymentState: 'paid' })

  const stop = new AbortController()
  const heard: string[] = []
  for await (const { name } of await client.live.changes({ since: 0 }, { signal: stop.signal })) {
    heard.push(name)
    if (name === 'orders.sell') break
  }
  stop.abort()
  expect(heard.slice(-3)).toEqual(['products.create', 'drawer.open', 'orders.sell'])

  await app.page.reload()
  await signedIn(app.page)
  await app.page.getByRole('link', { name: words.rail.documents }).click()
  await app.page.getByText(sale.number).first().waitFor()

  expect(await quit(app)).toBe(0)
  const next = await startDesktop(place)
  await signedOut(next.page)
  await next.page.getByRole('heading', { name: SHOP_NAME }).waitFor()
  await signIn(next.page)
  const again = await clientThrough(next.page)
  expect((await again.documents.get({ documentId: sale.id })).total).toBe(25_600)
})
