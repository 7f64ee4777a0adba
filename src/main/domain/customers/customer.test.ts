import { beforeEach, describe, expect, test } from 'vitest'
import type { CustomerInput } from '../../../contract/customers.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { trade, yuan } from '../../testing/trade.ts'
import { customerIdsLike, partyOf } from './queries.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
beforeEach(() => {
  shop = aShop()
  t = trade(shop)
})

const LI: CustomerInput = {
  code: 'K-01',
  name: '西湖茶行',
  phone: '138 0000 1234',
  address: '浙江省杭州市西湖区文三路 1 号',
  note: '',
  creditLimit: null,
}
const known = async (over: Partial<CustomerInput> = {}) =>
  shop.client.customers.create({ ...LI, ...over, requestId: shop.rid() })
const archive = (customerId: number, archived = true) =>
  shop.client.customers.archive({ customerId, archived, requestId: shop.rid() })
const names = async (filter: Parameters<TestShop['client']['customers']['list']>[0]) =>
  (await shop.client.customers.list(filter)).rows.map(({ name }) => name)

describe('a customer', () => {
  test('is shown with phone and address masked', async () => {
    const made = await known()
    expect(made).toMatchObject({ name: '西湖茶行', maskedPhone: '138****1234', owed: 0, archived: false })
    expect(made.maskedAddress).toBe('浙江省杭州市西湖区****')
    expect(JSON.stringify(await shop.client.customers.list({}))).not.toContain('文三路')
    expect(await shop.client.customers.get({ customerId: made.id })).toEqual(made)
  })

  test('is revealed to those who may, and that is recorded', async () => {
    const { id: customerId } = await known()
    const reveal = { customerId, requestId: shop.rid() }
    expect(await shop.client.customers.reveal(reveal)).toEqual({ phone: LI.phone, address: LI.address })
    const clerk = shop.as('clerk')
    await expect(clerk.customers.reveal({ ...reveal, requestId: shop.rid() })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const [refused, seen] = (await shop.client.audit.list({})).rows
    expect(refused).toMatchObject({ name: 'customers.reveal', refused: 'FORBIDDEN' })
    expect(seen).toMatchObject({
      name: 'customers.reveal',
      refused: null,
      refs: { customer: customerId },
      staffName: '店主',
    })
  })

  test('shares no code with another in use; most have none', async () => {
    const first = await known()
    await known({ code: '' })
    await known({ code: '' })
    await expect(known()).rejects.toMatchObject({ code: 'CODE_TAKEN', data: { code: 'K-01' } })
    await archive(first.id)
    const second = await known()
    await expect(archive(first.id, false)).rejects.toMatchObject({ code: 'CODE_TAKEN' })
    await archive(second.id)
    expect(await archive(first.id, false)).toMatchObject({ archived: false })
  })

  test('can be edited without having seen phone and address', async () => {
    const { id: customerId } = await known()
    const { phone: _, address: __, ...rest } = LI
    const edited = await shop.client.customers.update({ ...rest, name: '新名', customerId, requestId: shop.rid() })
    expect(edited).toMatchObject({ name: '新名', maskedPhone: '138****1234' })
    const emptied = await shop.client.customers.update({ ...rest, phone: '', customerId, requestId: shop.rid() })
    expect(emptied).toMatchObject({ maskedPhone: '', maskedAddress: '浙江省杭州市西湖区****' })
    expect(partyOf(shop.db, customerId)).toMatchObject({ phone: '', address: LI.address, archived: false })
  })

  test('that is not there is not found', async () => {
    const customerId = 99
    const refusal = { code: 'CUSTOMER_NOT_FOUND' }
    await expect(shop.client.customers.get({ customerId })).rejects.toMatchObject(refusal)
    await expect(shop.client.customers.account({ customerId })).rejects.toMatchObject(refusal)
    await expect(archive(customerId)).rejects.toMatchObject(refusal)
    expect(partyOf(shop.db, customerId)).toBeUndefined()
  })
})

describe('what a customer owes', () => {
  test('is explained by the documents that made it, the newest first, and keeps the customer in use', async () => {
    const tea = await t.stocked('TEA-01', 10)
    const { id: customerId } = await known()
    const first = await t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })
    const second = await t.sell([t.item(tea, 2)], { tender: 'onAccount', customerId })
    const page = await shop.client.customers.account({ customerId, limit: 1 })
    expect(page.rows).toMatchObject([
      { documentNumber: second.number, documentKind: 'sale', amount: yuan(256), owedAfter: yuan(384) },
    ])
    const rest = await shop.client.customers.account({ customerId, limit: 1, after: page.next ?? '' })
    expect(rest).toMatchObject({
      rows: [{ documentId: first.id, amount: yuan(128), owedAfter: yuan(128) }],
      next: null,
    })
    await expect(archive(customerId)).rejects.toMatchObject({ code: 'CUSTOMER_HAS_DEBT', data: { owed: yuan(384) } })
    expect((await shop.client.customers.list({ owing: true })).rows).toMatchObject([
      { id: customerId, owed: yuan(384) },
    ])
  })
})

describe('the list of customers', () => {
  beforeEach(async () => {
    await known()
    await known({ code: 'K-02', name: '单晓 Linda', phone: '+86 13900005678' })
    await known({ code: '', name: '台北小店', phone: '0223456789' })
  })

  test.each([
    ['西湖', ['西湖茶行']],
    ['xh', ['西湖茶行']],
    ['茶', ['西湖茶行']],
    ['sx', ['单晓 Linda']],
    ['lin', ['单晓 Linda']],
    ['1234', ['西湖茶行']],
    ['13800001234', ['西湖茶行']],
    ['138 0000 1234', ['西湖茶行']],
    ['13900005678', ['单晓 Linda']],
    ['+86 139-0000-5678', ['单晓 Linda']],
    ['02-2345-6789', ['台北小店']],
    ['K-02', ['单晓 Linda']],
    ['k', ['单晓 Linda', '西湖茶行']],
    ['" OR 1', []],
    ['👍', []],
    ['', ['台北小店', '单晓 Linda', '西湖茶行']],
  ])('searched by %s', async (search, found) => {
    expect(await names({ search })).toEqual(found)
    const like = search === '' ? [] : found
    expect(customerIdsLike(shop.db, search, 10).map((id) => partyOf(shop.db, id)?.name)).toEqual(like)
  })

  test('shows archived ones only when asked, and pages by keyset', async () => {
    await archive(2)
    expect(await names({})).toEqual(['台北小店', '西湖茶行'])
    expect(await names({ archived: true })).toHaveLength(3)
    expect(await names({ search: 'lin' })).toEqual([])
    const { next } = await shop.client.customers.list({ limit: 1 })
    expect(await names({ limit: 1, after: next ?? '' })).toEqual(['西湖茶行'])
    expect(await names({ owing: true })).toEqual([])
  })
})
