import { beforeEach, expect, test } from 'vitest'
import type { Rate } from '../../../contract/values.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { trade } from '../../testing/trade.ts'

let shop: TestShop
beforeEach(() => {
  shop = aShop()
})

const profiles = () => shop.rows('select * from shop_profiles').length
async function change(over: object) {
  const { trade: _, currency: __, currencyDecimals: ___, ...profile } = await shop.client.settings.get({})
  return shop.client.settings.update({ ...profile, ...over, requestId: shop.rid() })
}

test('a changed setting holds from the next command on', async () => {
  expect(await change({ name: '新店名', dayStartHour: 0, defaultTaxRate: 900 as Rate })).toMatchObject({
    name: '新店名',
    dayStartHour: 0,
    currency: 'CNY',
    trade: 'tea',
  })
  expect(await shop.client.settings.get({})).toMatchObject({ name: '新店名', defaultTaxRate: 900 })
  expect(shop.opened.shop()).toMatchObject({ profileId: 2, profile: { name: '新店名' } })
})

test('what was issued before keeps the shop as it was', async () => {
  const t = trade(shop)
  const tea = await t.stocked('TEA-01', 5)
  await t.openShift()
  const { id: documentId } = await t.sell([t.item(tea, 1)])
  await change({ name: '新店名' })
  const before = await shop.client.documents.paper({ documentId, paper: 'receipt' })
  expect(before.shop.name).toBe('小店')
  const next = await t.sell([t.item(tea, 1)])
  expect((await shop.client.documents.paper({ documentId: next.id, paper: 'receipt' })).shop.name).toBe('新店名')
})

test('saying the same again writes nothing', async () => {
  await change({})
  expect(profiles()).toBe(1)
  await change({ receiptWidth: 58 })
  await change({ receiptWidth: 58 })
  expect(profiles()).toBe(2)
})

test('only who may sets them, and everyone signed in reads them', async () => {
  const clerk = shop.as('clerk')
  const { trade: _, currency: __, currencyDecimals: ___, ...profile } = await clerk.settings.get({})
  await expect(clerk.settings.update({ ...profile, requestId: shop.rid() })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(change({ timeZone: 'Mars/Olympus' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
})

test('a profile from before a setting existed drops nothing by itself', async () => {
  const { sqlite } = shop
  sqlite.exec(`INSERT INTO shop_profiles SELECT 2, json_remove(profile, '$.roundOff'), recorded_at FROM shop_profiles`)
  sqlite.exec('UPDATE shop SET profile_id = 2')
  expect(await shop.client.settings.get({})).toMatchObject({ roundOff: { automatic: 'none', most: 500 } })
})
