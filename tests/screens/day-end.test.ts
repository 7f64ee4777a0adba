/** What the day-end counts is what its links open, whatever this device takes for today. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { A_MORNING } from '../../src/main/testing/a-clock.ts'
import zhCN from '../../src/renderer/locales/zh-CN.ts'
import { aCustomer, stocked } from './goods.ts'
import { openAt, owner, rid, screenTest, type Client, type Screen } from './shop.ts'

const WORDS = zhCN.dayEnd
const DAY = 24 * 3_600_000
const rows = (page: Page, table: string) => page.getByRole('table', { name: table, exact: true }).locator('tbody tr')

/**
 * Yesterday a debt and an order that was not handed over; today one sale on account, one paid in part and one paid, goods
 * below zero, goods made in a hurry and a sale put aside.
 */
async function aDayOfTrade({ core, ...screen }: Screen) {
  const client = await owner({ core, ...screen })
  const [tea, cake, shirt] = await stocked(client)
  const { id: customerId } = await aCustomer(client)
  const sell = (skuId: number, quantity: number, owed: number | 'all') =>
    sold(client, { customerId, skuId, quantity, owed })
  await sell(tea?.skuId ?? 0, 1, 'all')
  const ordered = await sell(tea?.skuId ?? 0, 2, 0)
  core.opened()?.writer.sqlite.exec(`UPDATE documents SET state = 'confirmed' WHERE id = ${String(ordered.id)}`)
  core.clock.advance(DAY)
  await client.drawer.open({ requestId: rid(), float: 20_000 })
  const whole = await sell(tea?.skuId ?? 0, 1, 'all')
  const part = await sell(cake?.skuId ?? 0, 1, 10_000)
  await sell(shirt?.skuId ?? 0, 31, 0)
  await client.products.quickCreate({ requestId: rid(), title: '茶杯', price: 150_000 })
  const aside = { deviceId: '01JD00000000000000000000T1', content: '{}', itemCount: 1, total: 1_500, note: '' }
  await client.baskets.park({ requestId: rid(), ...aside })
  return { client, ordered: ordered.number, unpaid: [part.number, whole.number], below: shirt?.title ?? '' }
}

async function sold(
  client: Client,
  { customerId, skuId, quantity, owed }: { customerId: number; skuId: number; quantity: number; owed: number | 'all' },
) {
  const lines = [{ kind: 'item' as const, skuId, quantity: quantity * 1_000 }]
  const basket = { customerId, lines, saleDiscount: null, roundOff: 'none' as const }
  const { total } = await client.orders.price(basket)
  const onAccount = owed === 'all' ? total : owed
  const tenders = [
    { tender: 'onAccount' as const, amount: onAccount },
    { tender: 'wechat' as const, amount: total - onAccount },
  ].filter(({ amount }) => amount > 0)
  return client.orders.sell({ ...basket, requestId: rid(), tenders, expectedTotal: total, note: '' })
}

for (const [device, off] of [
  ['a day ahead', 2 * DAY],
  ['a day behind', 0],
] as const)
  screenTest(
    `each link of the day-end opens just what it counted, on a device that is ${device}`,
    {},
    async (screen) => {
      const { page } = screen
      const { client, unpaid, ordered, below } = await aDayOfTrade(screen)
      await page.clock.setFixedTime(A_MORNING + off) // the shop is at A_MORNING + DAY
      expect(await client.dayEnd.get({})).toMatchObject({
        unpaid: { count: unpaid.length },
        unshipped: { count: 1 },
        negativeStock: 1,
        incomplete: 1,
        parked: { count: 1 },
      })
      await openAt(screen, '/day-end')
      const day = page.getByRole('region', { name: '日结' })
      const follow = (point: string) => day.getByRole('listitem').filter({ hasText: point }).getByRole('link').click()

      await follow(WORDS.unpaid)
      await expect
        .poll(() => rows(page, '单据').allInnerTexts())
        .toEqual(unpaid.map((number): unknown => expect.stringContaining(number)))
      expect(await page.getByRole('combobox', { name: '日期' }).inputValue()).toBe('today')
      await page.goBack()

      await follow(WORDS.unshipped)
      await expect.poll(() => rows(page, '单据').allInnerTexts()).toEqual([expect.stringContaining(ordered)])
      await page.goBack()

      await follow(WORDS.negativeStock)
      await expect.poll(() => rows(page, '库存').allInnerTexts()).toEqual([expect.stringContaining(below)])
      await page.goBack()

      await follow(WORDS.incomplete)
      await expect.poll(() => rows(page, '商品').allInnerTexts()).toEqual([expect.stringContaining('茶杯')])
      await page.goBack()

      await follow(zhCN.report.parked)
      await page.getByRole('button', { name: /取单.*1/ }).waitFor()
    },
  )
