/** What files say beside names and prices: brand, season, prices of a 箱, tiers, birthdays and balances. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Rate } from '../../../contract/values.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { bringIn, upload } from '../../testing/importing.ts'
import { at, pieces, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
beforeEach(() => (shop = aShop()))

const csv = (text: string) => Buffer.from(text.trim())
const bring = (kind: 'products' | 'customers', text: string, as = shop.client) => bringIn(as, kind, csv(text))
const everything = () =>
  ['products', 'product_units', 'skus', 'customers', 'documents', 'account_entries', 'balance_entries'].map((table) =>
    shop.rows(`select * from ${table} order by 1`),
  )
const found = async (search: string) => (await shop.client.products.list({ search })).rows.map(({ code }) => code)
const product = async (search: string) => {
  const [row] = (await shop.client.products.list({ search })).rows
  return shop.client.products.get({ productId: row?.productId ?? 0 })
}

const DRINKS = `
编号,品名,品牌,季节,单位,零售价,会员价,批发价,大单位,换算,大单位零售价,大单位会员价,大单位批发价
W1,矿泉水,怡宝,四季,瓶,3.5,3.4,3,箱,12,40,39,0
W2,汽水,北冰洋,夏季,瓶,5,,,箱,24,,,`

describe('goods from a file', () => {
  test('keep brand, season and the prices of a larger unit; the same file again changes nothing', async () => {
    const done = await bring('products', DRINKS)
    expect(done).toMatchObject({ counts: { created: 2, refused: 0 }, preview: { notKept: [], problems: [] } })
    expect(await product('W1')).toMatchObject({
      ...{ brand: '怡宝', season: '四季' },
      units: [{ name: '箱', factor: pieces(12), price: at(40), memberPrice: at(39), wholesalePrice: null }],
    })
    expect((await product('W2')).units).toMatchObject([{ name: '箱', price: null, memberPrice: null }])
    const before = everything()
    expect((await bring('products', DRINKS)).counts).toEqual({ created: 0, changed: 0, same: 2, refused: 0 })
    expect(everything()).toEqual(before)
  })

  test('are found by brand and season, and by what a later file makes of them', async () => {
    await bring('products', DRINKS)
    expect(await found('北冰洋')).toEqual(['W2'])
    expect(await found('bby')).toEqual(['W2'])
    expect(await found('夏季')).toEqual(['W2'])
    await bring('products', '编号,品名,品牌\nW2,汽水,大窑')
    expect(await found('北冰洋')).toEqual([])
    expect(await found('大窑')).toEqual(['W2'])
  })

  test('keep the prices of a larger unit that a later file does not tell', async () => {
    await bring('products', DRINKS)
    const later = await bring('products', '编号,品名,大单位,换算,大单位零售价\nW1,矿泉水,箱,12,41')
    expect(later.counts).toMatchObject({ changed: 1 })
    expect(await product('W1')).toMatchObject({
      ...{ brand: '怡宝', season: '四季' },
      units: [{ name: '箱', price: at(41), memberPrice: at(39) }],
    })
  })

  test('whose 箱 costs less than the floor prices in it stay out, with the reason', async () => {
    const done = await bring('products', '编号,品名,单位,零售价,最低售价,大单位,换算,箱价\nW1,水,瓶,3.5,3.2,箱,12,38')
    expect(done.counts).toMatchObject({ created: 0, refused: 1 })
    expect((await shop.client.imports.refused({ importId: done.id })).rows).toMatchObject([
      { row: 2, code: 'UNIT_BELOW_FLOOR', facts: { unit: '箱' } },
    ])
    expect(await found('水')).toEqual([])
  })

  test('one of which the shop refuses between others leaves no word behind', async () => {
    await bring('products', '编号,品名,条码\nA1,龙井,6900000000011')
    const taken = '编号,品名,大单位,换算,大单位条码\nB1,白茶,,,\nB2,黄茶,箱,12,6900000000011\nB3,黑茶,,,'
    expect((await bring('products', taken)).counts).toMatchObject({ created: 2, refused: 1 })
    expect(await found('茶')).toEqual(['B3', 'B1'])
    expect(shop.rows('select count(*) as n from product_search')).toEqual(shop.rows('select count(*) as n from skus'))
  })
})

test.each([
  [
    'products',
    '商品品牌,适用季节,大单位会员价,整箱批发价,预设售价1',
    ['brand', 'season', 'bigMemberPrice', 'bigWholesalePrice', 'wholesalePrice'],
  ],
  ['customers', '会员姓名,会员级别,会员生日,储值余额', ['customerName', 'tier', 'birthday', 'storedValue']],
] as const)('columns of %s that old systems call by other names are known', async (kind, head, fields) => {
  const read = await upload(
    shop.client,
    kind,
    csv(
      `${head}\n${head
        .split(',')
        .map(() => '1')
        .join(',')}`,
    ),
  )
  expect(read.columns.map(({ field }) => field)).toEqual(fields)
})

const MEMBERS = `
会员姓名,手机,会员等级,生日,欠款,储值余额
张三,13800000001,金卡,1990年5月6日,100,20
李四,13800000002,银卡,5-6,,
王五,13800000003,,三月,,`

describe('members from a file', () => {
  const tier = (name: string) =>
    shop.client.tiers.save({ requestId: shop.rid(), name, price: 'member', rate: 9_500 as Rate })
  const member = async (search: string) => {
    const [row] = (await shop.client.customers.list({ search })).rows
    return shop.client.customers.get({ customerId: row?.id ?? 0 })
  }

  test('get their tier by its name, and their birthday with or without the year', async () => {
    await tier('金卡')
    const done = await bring('customers', MEMBERS)
    expect(done.counts).toMatchObject({ created: 3, refused: 0 })
    expect(await member('张三')).toMatchObject({ tierName: '金卡', birthday: '1990-05-06' })
    expect(await member('李四')).toMatchObject({ tierName: '', birthday: '--05-06' })
    expect(done.preview?.problems).toEqual([
      { row: 3, code: 'TIER_UNKNOWN', severity: 'note', facts: { tier: '银卡' } },
      { row: 4, code: 'BIRTHDAY_LEFT_OUT', severity: 'note', facts: { value: '三月' } },
    ])
    const before = everything()
    expect((await bring('customers', MEMBERS)).counts).toMatchObject({ changed: 0, same: 3 })
    expect(everything()).toEqual(before)
  })

  test('get a tier that was made since when the file comes again', async () => {
    await bring('customers', MEMBERS)
    await tier('银卡')
    expect((await bring('customers', MEMBERS)).counts).toMatchObject({ changed: 1, same: 2 })
    expect(await member('李四')).toMatchObject({ tierName: '银卡', birthday: '--05-06' })
  })

  test('that a manager brought in without their balances get them when the owner brings the file again', async () => {
    const first = await bring('customers', MEMBERS, shop.as('manager'))
    expect(first.preview?.notKept).toEqual(['owed', 'storedValue'])
    expect(await member('张三')).toMatchObject({ owed: 0, storedValue: 0 })
    expect((await bring('customers', MEMBERS)).counts).toMatchObject({ changed: 1, same: 2 })
    expect(await member('张三')).toMatchObject({ owed: yuan(100), storedValue: yuan(20) })
    const before = everything()
    expect((await bring('customers', MEMBERS)).counts).toMatchObject({ changed: 0, same: 3 })
    expect(everything()).toEqual(before)
    expect((await shop.client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
  })

  test('who already owe the shop something keep to what it knows', async () => {
    const t = trade(shop)
    const tea = await t.stocked('TEA-01', 5, { price: 30 })
    await t.openShift()
    await bring('customers', '会员姓名,手机\n张三,13800000001')
    const { id } = await member('张三')
    await t.sell([t.item(tea, 1)], { customerId: id, tender: 'onAccount' })
    await bring('customers', MEMBERS)
    expect(await member('张三')).toMatchObject({ owed: yuan(30), storedValue: 0 })
  })
})
