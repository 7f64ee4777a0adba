/** Kinds of customers: made on their page, given to a customer, paid at the counter. */
import { expect } from 'vitest'
import { aCustomer, stocked } from './goods.ts'
import { sideways } from './seeing.ts'
import { openAt, owner, screenTest } from './shop.ts'

screenTest('a tier is made, given to a customer, and prices what they buy', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const [tea] = await stocked(client)
  const { id: customerId } = await aCustomer(client, '城南茶楼')
  await openAt(screen, '/customers')
  await page.getByRole('button', { name: '会员等级' }).click()
  await page.getByText('还没有会员等级').waitFor()
  await page.getByRole('textbox', { name: '新建等级' }).fill('金卡')
  await page.getByRole('combobox', { name: '按哪种价' }).selectOption('会员价')
  await page.getByRole('textbox', { name: '再打折到' }).fill('90')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('row').filter({ hasText: '金卡' }).getByText('90%').waitFor()
  expect(await sideways(page)).toEqual([])

  await openAt(screen, `/customers/${customerId}`)
  await page.getByRole('button', { name: '修改' }).click()
  await page.getByRole('combobox', { name: '会员等级' }).selectOption('金卡')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('region', { name: '客户资料' }).getByText('金卡').waitFor()

  const lines = [{ kind: 'item' as const, skuId: tea?.skuId ?? 0, quantity: 1_000 }]
  const priced = await client.orders.price({ customerId, lines, saleDiscount: null, roundOff: 'none' })
  expect(priced).toMatchObject({ total: 11_520, lines: [{ priceFrom: 'member' }] })
})
