/** What happens around a sale: mistakes put right on its page, debts collected on the customer's. */
import { expect } from 'vitest'
import { openAt, owner, screenTest } from './shop.ts'
import { someTrade } from './trade.ts'

screenTest('a wrong tender is put right on the page of its sale', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { cash } = await someTrade(client)
  await openAt(screen, `/documents/${String(cash.id)}`)
  await page.getByRole('button', { name: '更正收款方式' }).click()
  const form = page.getByRole('form', { name: '更正收款方式' })
  await form.getByRole('group', { name: '实际是' }).getByRole('radio', { name: '微信' }).check()
  await form.getByRole('textbox', { name: '原因' }).fill('点错了')
  await form.getByText('现金 减').waitFor()
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  const { payments } = await client.documents.get({ documentId: cash.id })
  expect(payments.map(({ tender }) => tender)).toEqual(['cash', 'cash', 'wechat'])
})

screenTest('a sale is voided once it was said what comes back, and why', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { account, customerId } = await someTrade(client)
  await openAt(screen, `/documents/${String(account.id)}`)
  await page.getByRole('button', { name: '作废' }).click()
  const form = page.getByRole('form', { name: '作废' })
  await form.getByText('货回库存').waitFor()
  expect(await form.getByRole('button', { name: '作废' }).isDisabled()).toBe(true)
  await form.getByRole('textbox', { name: '原因' }).fill('客人不要了')
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await page.getByText('作废').first().waitFor()
  expect(await client.documents.get({ documentId: account.id })).toMatchObject({ state: 'cancelled' })
  expect(await client.customers.get({ customerId })).toMatchObject({ owed: 0 })
})

screenTest(
  'a debt is collected on the customer’s page by keyboard, and its slip is a click away',
  {},
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    const { account } = await someTrade(client)
    const customerId = account.customerId ?? 0
    const { owed } = await client.customers.get({ customerId })
    await openAt(screen, `/customers/${String(customerId)}`)
    await page.getByRole('button', { name: '收欠款' }).click()
    const form = page.getByRole('form', { name: '收欠款' })
    await form.getByRole('checkbox', { name: `收 ${account.number}` }).check()
    await form.getByRole('textbox', { name: '收多少' }).fill('10')
    await page.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
    expect(await client.customers.get({ customerId })).toMatchObject({ owed: owed - 1_000 })
    expect(await client.documents.get({ documentId: account.id })).toMatchObject({ paymentState: 'partPaid' })

    await page.getByRole('button', { name: '打印收款单' }).click()
    await page.getByRole('article').getByText('收款单').waitFor()
    await page.getByText(account.number).waitFor()
  },
)

screenTest('a debt is collected with several tenders, cash with its change', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { account } = await someTrade(client)
  const customerId = account.customerId ?? 0
  await openAt(screen, `/customers/${String(customerId)}`)
  await page.getByRole('button', { name: '收欠款' }).click()
  const form = page.getByRole('form', { name: '收欠款' })
  await form.getByRole('radio', { name: '微信' }).check()
  await form.getByRole('textbox', { name: '收多少' }).fill('100')
  await form.getByRole('button', { name: '再加一种收款方式' }).click()
  await form.getByRole('list', { name: '已选的收款方式' }).getByText('100.00').waitFor()
  expect(await form.getByRole('textbox', { name: '收多少' }).inputValue()).toBe('677.00')
  await form.getByRole('textbox', { name: '收多少' }).fill('50')
  await form.getByRole('textbox', { name: '收到现金' }).fill('100')
  await form.getByText('找零 ¥50.00').waitFor()
  await form.getByRole('button', { name: '收款 ¥150.00' }).click()
  await form.waitFor({ state: 'detached' })
  const [collected] = (await client.documents.list({ kind: 'debtCollection' })).rows
  const { payments } = await client.documents.get({ documentId: collected?.id ?? 0 })
  expect(payments.filter(({ tender }) => tender !== 'onAccount')).toMatchObject([
    { tender: 'wechat', amount: 10_000 },
    { tender: 'cash', amount: 5_000, received: 10_000, change: 5_000 },
  ])
})
