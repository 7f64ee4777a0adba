/** Goods come back. */
import { expect } from 'vitest'
import { counterOn, WORDS } from './counter.ts'
import { aCustomer, stocked, withOpenShift } from './goods.ts'
import { keyboardOf } from './keyboard.ts'
import { openAt, owner, rid, screenTest, type Screen } from './shop.ts'

/** A sale of two teas and a shirt, with 10 % off the whole. */
async function aSale(screen: Screen) {
  const client = await owner(screen)
  const goods = await stocked(client)
  await withOpenShift(client)
  const [tea, , shirt] = goods
  const sale = await client.orders.sell({
    requestId: rid(),
    customerId: null,
    lines: [
      { kind: 'item', skuId: tea?.skuId ?? 0, quantity: 2_000 },
      { kind: 'item', skuId: shirt?.skuId ?? 0, quantity: 1_000 },
    ],
    saleDiscount: { kind: 'amount', amount: 5_150 },
    roundOff: 'none',
    tenders: [{ tender: 'alipay', amount: 46_350 }],
    expectedTotal: 46_350,
    note: '',
  })
  return { client, goods, sale }
}

screenTest('one of two teas comes back with its share of the discount, the way it was paid', {}, async (screen) => {
  const { client, sale } = await aSale(screen)
  const { page } = screen
  await openAt(screen, '/counter/return')
  const keyboard = await keyboardOf(page)
  await page.getByRole('combobox', { name: '扫小票' }).focus()
  await keyboard.scan(sale.number)
  await page.getByRole('heading', { name: `退货：${sale.number}` }).waitFor()

  const refund = page.getByRole('form', { name: '退款' })
  await page.getByRole('textbox', { name: '龙井茶 退几件' }).fill('1')
  await refund.getByText('115.20').waitFor()
  expect(await refund.getByRole('radio', { name: '按原路退：支付宝' }).isChecked()).toBe(true)
  await page.getByRole('textbox', { name: '退货原因' }).fill('买多了')
  await refund.getByRole('button', { name: '退款' }).click()
  await page.getByRole('region', { name: '已退货' }).waitFor()

  const after = await client.documents.get({ documentId: sale.id })
  expect(after.lines.map(({ returned }) => returned)).toEqual([1_000, 0])
  const [back] = (await client.documents.list({ kind: 'customerReturn' })).rows
  expect(back).toMatchObject({ total: -11_520 })
})

screenTest('no more comes back than was sold', {}, async (screen) => {
  const { sale } = await aSale(screen)
  const { page } = screen
  await openAt(screen, `/counter/return/${sale.id}`)
  await page.getByRole('textbox', { name: '龙井茶 退几件' }).fill('3')
  await page.getByRole('alert').filter({ hasText: '最多还能退 2' }).waitFor()
  expect(await page.getByRole('button', { name: '退款' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '全部退' }).click()
  await page.getByRole('form', { name: '退款' }).getByText('463.50').waitFor()
})

screenTest('goods without a receipt come back at a typed price', {}, async (screen) => {
  const { client, goods } = await aSale(screen)
  const { page } = screen
  await openAt(screen, '/counter/return')
  await page.getByRole('combobox').last().focus()
  const keyboard = await keyboardOf(page)
  await keyboard.scan(goods[1]?.barcode ?? '')
  await page.getByRole('textbox', { name: '普洱饼 退款单价' }).fill('150')
  await page.getByRole('form', { name: '退款' }).getByText('150.00').waitFor()
  await page.getByRole('button', { name: '退款' }).click()
  await page.getByRole('region', { name: '已退货' }).waitFor()
  expect((await client.documents.list({ kind: 'customerReturn' })).rows).toMatchObject([{ total: -15_000 }])
  expect(await client.stock.level({ skuId: goods[1]?.skuId ?? 0 })).toMatchObject({ onHand: 31_000 })
})

screenTest(
  'goods put into the basket to be exchanged, and nothing chosen, are a return by the same keys',
  {},
  async (screen) => {
    const { client, sale } = await aSale(screen)
    const { page } = screen
    await openAt(screen, `/counter/return/${sale.id}`)
    await page.getByRole('textbox', { name: '龙井茶 退几件' }).fill('1')
    await page.getByRole('form', { name: '退款' }).getByText('115.20').waitFor()
    await page.getByRole('button', { name: '换货，放进本单' }).click()
    const counter = await counterOn(page)
    await page.getByRole('list', { name: WORDS.returned }).getByText('龙井茶').waitFor()
    await counter.due.filter({ hasText: '115.20' }).waitFor()
    await counter.press('Enter')
    await page.getByText('退到支付宝').waitFor()
    await counter.press('Enter')
    const done = page.getByRole('region', { name: '已退货' })
    await done.getByText(WORDS.givenBack).waitFor()
    expect(await done.innerText()).toContain('115.20')
    expect(await page.getByRole('list', { name: WORDS.returned }).count()).toBe(0)
    const [back] = (await client.documents.list({ kind: 'customerReturn' })).rows
    expect(back).toMatchObject({ total: -11_520 })
    expect((await client.documents.list({ kind: 'sale' })).rows).toHaveLength(1)
  },
)

screenTest(
  'goods without a receipt are written off, and what they come to is kept for the customer',
  {},
  async (screen) => {
    const { client, goods } = await aSale(screen)
    const { id: customerId } = await aCustomer(client)
    const { page } = screen
    await openAt(screen, '/counter/return')
    await page.getByRole('combobox').last().focus()
    const keyboard = await keyboardOf(page)
    await keyboard.scan(goods[1]?.barcode ?? '')
    await page.getByRole('textbox', { name: '普洱饼 退款单价' }).fill('150')
    await page.getByRole('checkbox', { name: '普洱饼 报损，不回库存' }).check()
    const refund = page.getByRole('form', { name: '退款' })
    expect(await refund.getByRole('radio', { name: '退货余额' }).count()).toBe(0)
    await refund.getByRole('button', { name: '选客户' }).click()
    await page.getByRole('option', { name: '和平茶行' }).click()
    await refund.getByText('和平茶行').waitFor()
    await refund.getByRole('radio', { name: '退货余额' }).check()
    await refund.getByText('150.00').waitFor()
    await refund.getByRole('button', { name: '退款' }).click()
    await page.getByRole('region', { name: '已退货' }).waitFor()
    expect(await client.customers.get({ customerId })).toMatchObject({ storeCredit: 15_000 })
    expect(await client.stock.level({ skuId: goods[1]?.skuId ?? 0 })).toMatchObject({ onHand: 30_000 })
  },
)

screenTest('goods without a receipt are exchanged for others', {}, async (screen) => {
  const { client, goods } = await aSale(screen)
  const { page } = screen
  await openAt(screen, '/counter/return')
  await page.getByRole('combobox').last().focus()
  const keyboard = await keyboardOf(page)
  await keyboard.scan(goods[0]?.barcode ?? '')
  const refund = page.getByRole('form', { name: '退款' })
  await refund.getByText('128.00').waitFor()
  await refund.getByRole('button', { name: '换货，放进本单' }).click()
  await page.getByText('退回').first().waitFor()
  const counter = await counterOn(page)
  await counter.scan(goods[1]?.barcode ?? '')
  await counter.has(1, '70.00')
  await counter.press('Enter')
  await counter.press('Enter')
  await counter.done()
  expect((await client.documents.list({ kind: 'customerReturn' })).rows).toMatchObject([{ total: -12_800 }])
})

screenTest(
  'the sale is found by the end of its number, by what was bought, or among the last ones',
  {},
  async (screen) => {
    const { sale } = await aSale(screen)
    const { page } = screen
    await openAt(screen, '/counter/return')
    const keyboard = await keyboardOf(page)
    const candidates = page.getByRole('table', { name: '可能是这几单' })
    await candidates.getByText(sale.number).waitFor()
    await candidates.getByText('龙井茶 等 2 项').waitFor()
    const field = page.getByRole('combobox', { name: '扫小票' })
    await field.fill('没有这样的')
    await page.getByText('没有找到这样的销售单').waitFor()
    await field.fill('龙井')
    await candidates.getByText(sale.number).waitFor()
    await field.fill('')
    await keyboard.type(sale.number.slice(-4))
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: `退货：${sale.number}` }).waitFor()
  },
)
