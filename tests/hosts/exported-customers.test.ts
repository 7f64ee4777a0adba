/** The customers of one shop, exported and brought into an empty one, are the same there; phones only as one may see them. */
import { expect, test } from 'vitest'
import type { Money, Rate } from '../../src/contract/values.ts'
import { aShop, type TestShop } from '../../src/main/testing/a-shop.ts'
import { bringIn } from '../../src/main/testing/importing.ts'
import { yuan } from '../../src/main/testing/trade.ts'
import { customerColumns, type ExportedCustomer } from '../../src/renderer/customers/customerColumns.ts'
import { csvWriter } from '../../src/renderer/ui/lists/csv.ts'
import { writeList } from '../../src/renderer/ui/lists/writeList.ts'
import { wordsOf } from './screen-words.ts'

const REGULAR = {
  ...{ code: 'C-1', name: '和平茶行', phone: '13800000000', address: '杭州市西湖区文三路 1 号', note: '+要发票' },
  ...{ creditLimit: yuan(500), birthday: '1990-05-06' },
}
const PASSER_BY = {
  ...{ code: '', name: '王女士', phone: '05718800000', address: '', note: '', creditLimit: null, birthday: '--12-31' },
}

async function withTier(): Promise<TestShop & { readonly tierId: number }> {
  const shop = aShop()
  const { id } = await shop.client.tiers.save({
    ...{ requestId: shop.rid(), name: '金卡', price: 'member' },
    rate: 9_500 as Rate,
  })
  return { ...shop, tierId: id }
}

async function filled() {
  const shop = await withTier()
  const { client, rid } = shop
  const { id } = await client.customers.create({ requestId: rid(), ...REGULAR, tierId: shop.tierId })
  const brought = { owed: yuan(12), storedValue: yuan(34.5), points: 78 as Money }
  await client.customers.openingBalance({ requestId: rid(), customerId: id, ...brought })
  await client.customers.create({ requestId: rid(), ...PASSER_BY })
  return shop
}

/** As the screen exports: in full for those who may reveal. */
async function exported(client: TestShop['client'], language: string, rid?: () => string) {
  const columns = customerColumns(await wordsOf(language))
  const file = await writeList<ExportedCustomer>({
    columns,
    pages: async (after) => {
      const page = await client.customers.list({ after, limit: 1, withParticulars: true })
      if (!rid) return page
      const wish = { requestId: rid(), customerIds: page.rows.map(({ id }) => id) }
      const known = await client.customers.revealMany(wish)
      return { ...page, rows: page.rows.map((row, at) => ({ ...row, inFull: known[at] })) }
    },
    writer: csvWriter(columns.map(({ title }) => title)),
    signal: new AbortController().signal,
    progress: () => undefined,
    most: 1_000,
  })
  return Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer())
}

const customersOf = ({ rows }: TestShop) =>
  rows(`select c.code, c.name, phone, address, note, credit_limit, birthday, t.name as tier,
      coalesce((select owed from customer_accounts where customer_id = c.id), 0) as owed,
      (select json_group_object(account, balance) from customer_balances where customer_id = c.id) as held
    from customers c left join customer_tiers t on t.id = tier_id order by c.name`)

test.each(['zh-CN', 'zh-TW', 'en'])(
  'a file of all customers, taken by the owner in %s, loses nothing',
  async (language) => {
    const [shop, empty] = [await filled(), await withTier()]
    const done = await bringIn(empty.client, 'customers', await exported(shop.client, language, shop.rid))
    expect(done.columns.filter(({ field }) => field === null)).toEqual([])
    expect(done.preview?.problems).toEqual([])
    expect(customersOf(empty)).toEqual(customersOf(shop))
  },
)

test('who took phones and addresses along is recorded with all whom they are of, and may be nobody else', async () => {
  const shop = await filled()
  const wish = { requestId: shop.rid(), customerIds: [2, 1] }
  const [second] = await shop.client.customers.revealMany(wish)
  expect(second).toMatchObject({ id: 2, phone: PASSER_BY.phone })
  expect(await shop.client.customers.revealMany(wish)).toHaveLength(2) // the same wish again, recorded once
  const { rows } = await shop.client.audit.list({ limit: 2 })
  expect(rows).toMatchObject([
    { name: 'customers.revealMany', refs: { customers: '2 1' } },
    { name: 'customers.create' },
  ])
  const clerk = shop.as('clerk')
  await expect(clerk.customers.revealMany({ ...wish, requestId: shop.rid() })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  const missing = { requestId: shop.rid(), customerIds: [1, 99] }
  await expect(shop.client.customers.revealMany(missing)).rejects.toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
})

test('a clerk’s file has them masked, and brings no mask in', async () => {
  const [shop, empty] = [await filled(), await withTier()]
  const file = await exported(shop.as('clerk'), 'zh-CN')
  expect(file.toString('utf8')).toContain('138****0000')
  for (const hidden of ['13800000000', '文三路']) expect(file.toString('utf8')).not.toContain(hidden)
  await bringIn(empty.client, 'customers', file)
  expect(empty.rows('select name, phone, address, birthday from customers order by code')).toEqual([
    { name: '王女士', phone: '', address: '', birthday: '--12-31' },
    { name: '和平茶行', phone: '', address: '', birthday: '1990-05-06' },
  ])
})
