/** Who works here and what they may do. */
import { expect } from 'vitest'
import { openAt, owner, screenTest, OWNER } from './shop.ts'

screenTest('a clerk is added, promoted, given a new password and archived', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const everyone = async () => (await client.staff.list({})).map(({ name, role, archived }) => [name, role, archived])
  await openAt(screen, '/staff')
  await page.getByRole('button', { name: '添加员工' }).click()
  await page.getByRole('textbox', { name: '名字' }).fill('小林')
  await page.locator('input[type=password]').fill('short')
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByRole('group', { name: '密码' }).getByRole('alert').waitFor()
  await page.locator('input[type=password]').fill('a clerk knows this')
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByRole('heading', { name: '小林' }).waitFor()
  expect(await everyone()).toContainEqual(['小林', 'clerk', false])

  await page.getByRole('combobox', { name: '角色' }).selectOption('manager')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('row').filter({ hasText: '店长' }).waitFor()
  await page.locator('input[type=password]').first().fill('another password')
  await page.getByRole('button', { name: '重设密码' }).click()
  await page.getByText('「小林」的密码已重设').waitFor()
  await page.getByRole('button', { name: '停用' }).click()
  await page.getByRole('button', { name: '恢复' }).waitFor()
  expect(await everyone()).toContainEqual(['小林', 'manager', true])
})

screenTest('a name that is taken is said at the name, and the last owner stays', {}, async (screen) => {
  const { page } = screen
  await openAt(screen, '/staff/new')
  await page.getByRole('textbox', { name: '名字' }).fill(OWNER.name)
  await page.locator('input[type=password]').fill('a clerk knows this')
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByRole('group', { name: '名字' }).getByRole('alert').filter({ hasText: '已经有叫' }).waitFor()

  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('row').filter({ hasText: '店主' }).click()
  await page.getByRole('button', { name: '停用' }).click()
  await page.getByRole('alert').filter({ hasText: '至少要有一位店主' }).waitFor()
})

screenTest("a role's permissions are ticked; the owner's stand fast", {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await openAt(screen, '/staff/roles')
  const tick = page.getByRole('checkbox', { name: '店员可以打折' })
  await tick.check()
  expect(await page.getByRole('checkbox', { name: '店主可以打折' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('角色权限已保存').waitFor()
  const clerk = (await client.staff.roles({})).find(({ key }) => key === 'clerk')
  expect(clerk?.permissions).toContain('sales.discount')
  await page.reload()
  await tick.waitFor()
  expect(await tick.isChecked()).toBe(true)
})
