/** Customers, what they owe, and who looked at their phone. */
import { expect } from 'vitest'
import { openAt, owner, rid, screenTest } from './shop.ts'
import { CUSTOMER, someTrade } from './trade.ts'

screenTest('a customer is added and found by name', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await openAt(screen, '/customers')
  await page.getByText('还没有客户').waitFor()
  await page.getByRole('button', { name: '新建客户' }).first().click()
  await page.getByRole('textbox', { name: '名称' }).fill('城南茶楼')
  await page.getByRole('textbox', { name: '电话' }).fill('13800000000')
  await page.getByRole('textbox', { name: '欠款额度' }).fill('5000')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('「城南茶楼」已保存').waitFor()
  await page.getByRole('region', { name: '客户资料' }).getByText('138****0000').waitFor()

  const [row] = (await client.customers.list({})).rows
  expect(await client.customers.get({ customerId: row?.id ?? 0 })).toMatchObject({ creditLimit: 500_000 })
})

screenTest('a phone is masked until it is asked for, which is recorded', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { customerId } = await someTrade(client)
  await openAt(screen, `/customers/${customerId}`)
  const detail = page.getByRole('region', { name: '客户资料' })
  await detail.getByText('138****0000').waitFor()
  expect(await page.content()).not.toContain('13800000000')
  await detail.getByRole('button', { name: '显示电话和地址' }).click()
  await detail.getByText('13800000000').waitFor()
  expect((await client.audit.list({ limit: 1 })).rows[0]).toMatchObject({ name: 'customers.reveal' })
})

screenTest('who edits a note without having seen the phone leaves it as it is', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { customerId } = await someTrade(client)
  await openAt(screen, `/customers/${customerId}`)
  await page.getByRole('button', { name: '修改' }).click()
  expect(await page.getByRole('textbox', { name: '电话' }).count()).toBe(0)
  await page.getByRole('textbox', { name: '备注' }).fill('每月底结账')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText(`「${CUSTOMER}」已保存`).waitFor()
  expect(await client.customers.get({ customerId })).toMatchObject({ note: '每月底结账', maskedPhone: '138****0000' })
  expect(await client.customers.reveal({ requestId: rid(), customerId })).toMatchObject({ phone: '13800000000' })
})

screenTest('what is owed opens into its documents, and who owes is not archived', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { customerId, account } = await someTrade(client)
  await openAt(screen, '/customers')
  await page.getByRole('radio', { name: '有欠款' }).check()
  await page.getByRole('row').filter({ hasText: '777.00' }).click()
  await page.waitForURL(`**/customers/${customerId}`)
  await page.getByRole('button', { name: '停用' }).click()
  await page.getByRole('alert').filter({ hasText: '还欠 ¥777.00' }).waitFor()
  await page.getByRole('link', { name: account.number }).click()
  await page.getByRole('heading', { name: account.number }).waitFor()
})
