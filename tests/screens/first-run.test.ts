/** From an empty folder to the counter, and coming back. */
import { expect } from 'vitest'
import { counterOn } from './counter.ts'
import { keyboardOf } from './keyboard.ts'
import { sideways } from './seeing.ts'
import { openAt, OWNER, owner, rid, screenTest } from './shop.ts'

/** Months of trade are written meanwhile. */
const PATIENTLY = { timeout: 90_000 }

screenTest('a shop is opened with the code that the start printed', {}, async ({ page, core, origin }) => {
  await page.goto(origin)
  await page.getByRole('textbox', { name: '设置码' }).fill('WRONG-WRONG')
  await page.getByRole('textbox', { name: '店名' }).fill('小店')
  await page.getByRole('radio', { name: '茶叶' }).check()
  await page.getByRole('textbox', { name: '您的名字' }).fill(OWNER.name)
  await page.locator('input[type=password]').first().fill(OWNER.password)
  await page.getByRole('button', { name: '开店', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: '设置码不对' }).waitFor()

  await page.getByRole('textbox', { name: '设置码' }).fill(core.setupCode)
  await page.getByRole('button', { name: '开店', exact: true }).click()
  await page.getByRole('checkbox', { name: '我已保存' }).check()
  await page.getByRole('button', { name: '去收银台' }).click()
  await page.getByRole('heading', { name: '收银台' }).waitFor()
  await page.getByRole('region', { name: '先开班，再收钱' }).waitFor()
  expect(await page.title()).toBe('收银台 · 小店 · 柜台')
})

screenTest('from nothing to the first sale by keyboard alone', {}, async ({ page, core, origin }) => {
  const { keyboard } = page
  const hand = await keyboardOf(page)
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await hand.press(key)
  }
  await page.goto(`${origin}/#/setup?code=${core.setupCode}`)
  await page.getByRole('radio', { name: '新店，从零开始' }).waitFor()
  await page.getByRole('textbox', { name: '店名' }).focus()
  await keyboard.type('小店')
  await press('Tab', 'ArrowLeft', 'Tab') // 主营: 茶叶 → 服装
  await keyboard.type(OWNER.name)
  await press('Tab')
  await hand.type(OWNER.password)
  await press('Enter')
  await page.getByRole('checkbox', { name: '我已保存' }).waitFor()
  await press('Space', 'Enter')
  const opening = page.getByRole('region', { name: '先开班，再收钱' })
  await opening.waitFor()
  const counter = await counterOn(page)
  await counter.press('Enter')
  await page.waitForFunction(() => document.activeElement?.closest('.shift') !== null)
  await counter.type('200')
  await counter.press('Enter')
  await opening.waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
  await counter.press('Alt+KeyN')
  await page.getByRole('textbox', { name: '品名（可不填）' }).waitFor()
  await counter.type('15')
  await counter.press('Enter')
  await counter.has(1, '15.00')
  await counter.press('Enter')
  await counter.press('Enter')
  await counter.done()
})

screenTest('with old records the first run ends where they are read in', {}, async ({ page, core, origin }) => {
  await page.goto(`${origin}/#/setup?code=${core.setupCode}`)
  await page.getByRole('radio', { name: '带旧资料来' }).check()
  await page.getByRole('textbox', { name: '店名' }).fill('小店')
  await page.getByRole('textbox', { name: '您的名字' }).fill(OWNER.name)
  await page.locator('input[type=password]').first().fill(OWNER.password)
  await page.getByRole('button', { name: '开店', exact: true }).click()
  await page.getByRole('checkbox', { name: '我已保存' }).check()
  await page.getByRole('button', { name: '导入旧资料' }).click()
  await page.getByRole('heading', { level: 1, name: '导入旧资料' }).waitFor()
})

screenTest('one looks around in the demo shop, and leaves it for an empty shop of one’s own', {}, async (screen) => {
  const { page, core, origin } = screen
  await page.goto(`${origin}/#/setup?code=${core.setupCode}`)
  await page.getByRole('radio', { name: '先看看示例店' }).check()
  await page.getByRole('button', { name: '打开示例店' }).click()
  const mark = page.getByRole('button', { name: /^示例店/ })
  await mark.waitFor(PATIENTLY)
  await page.reload()
  await mark.waitFor()
  await page.getByRole('link', { name: '商品' }).click()
  await page.getByText('快递费').first().waitFor()

  await mark.click()
  await page.getByRole('button', { name: '结束，开自己的店', exact: true }).click()
  await page.getByRole('heading', { name: '开店' }).waitFor()
  await page.getByRole('textbox', { name: '设置码' }).fill(core.setupCode)
  await page.getByRole('textbox', { name: '店名' }).fill('小店')
  await page.getByRole('textbox', { name: '您的名字' }).fill(OWNER.name)
  await page.locator('input[type=password]').first().fill(OWNER.password)
  await page.getByRole('button', { name: '开店', exact: true }).click()
  await page.getByRole('checkbox', { name: '我已保存' }).check()
  await page.getByRole('button', { name: '去收银台' }).click()
  await page.getByRole('heading', { name: '收银台' }).waitFor()
  expect(await mark.count()).toBe(0)
  await page.getByRole('link', { name: '商品' }).click()
  await page.getByText('还没有商品').first().waitFor()
})

screenTest(
  'whoever signs in to the demo shop is told how',
  { width: 390, height: 844, touch: true },
  async (screen) => {
    const { page, core, context, origin } = screen
    await page.goto(`${origin}/#/setup?code=${core.setupCode}`)
    await page.getByRole('radio', { name: '先看看示例店' }).check()
    await page.getByRole('button', { name: '打开示例店' }).click()
    await page.getByRole('button', { name: /^示例店/ }).waitFor(PATIENTLY)
    expect(await sideways(page)).toEqual([])
    await context.clearCookies()
    await page.reload()
    await page.getByText('这是示例店，用「店主」登录，密码 guitai-demo').waitFor()
  },
)

screenTest('a shop without any product sells at once, by 无码商品', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await client.drawer.open({ requestId: rid(), float: 20_000 })
  await openAt(screen, '/counter')
  const counter = await counterOn(page)
  await page.keyboard.press('Alt+n')
  await page.getByRole('textbox', { name: '品名（可不填）' }).waitFor()
  await page.keyboard.type('15')
  await page.keyboard.press('Enter')
  await counter.has(1, '15.00')
  expect((await client.products.list({})).rows).toEqual([])
})

screenTest('what is wrong in a new shop is said at its field', {}, async ({ page, core, origin }) => {
  await page.goto(origin)
  await page.getByRole('textbox', { name: '设置码' }).fill(core.setupCode)
  await page.getByRole('textbox', { name: '店名' }).fill('小店')
  await page.getByRole('textbox', { name: '您的名字' }).fill(OWNER.name)
  await page.locator('input[type=password]').first().fill('short')
  await page.getByRole('button', { name: '开店', exact: true }).click()
  await page.getByRole('group', { name: '登录密码' }).getByRole('alert').waitFor()
})

screenTest('one signs in, sees what the role permits, and signs out', {}, async (screen) => {
  const { page, origin } = screen
  const client = await owner(screen)
  await client.staff.create({ requestId: rid(), name: '店员', role: 'clerk', password: 'another password' })
  await page.goto(origin)
  await page.getByRole('heading', { name: '小店' }).waitFor()
  await page.getByRole('textbox', { name: '名字' }).fill('店员')
  await page.locator('input[type=password]').fill('wrong password')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('alert').filter({ hasText: '名字或密码不对' }).waitFor()
  expect(await page.locator('input[type=password]').inputValue()).toBe('')

  await page.locator('input[type=password]').fill('another password')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '收银台' }).waitFor()
  const places = page.getByRole('navigation', { name: '各处' })
  await places.getByRole('link', { name: '单据' }).waitFor()
  expect(await places.getByRole('link', { name: '员工' }).count()).toBe(0)
  expect(await places.getByRole('link', { name: '设置' }).count()).toBe(0)

  await page.goto(`${origin}/#/settings`)
  await page.getByRole('heading', { name: '收银台' }).waitFor()

  await page.getByRole('button', { name: '店员 的菜单' }).click()
  await page.getByText('退出登录').click()
  await page.getByRole('button', { name: '登录' }).waitFor()
})

screenTest('a session that ends elsewhere leads back to what was open', {}, async (screen) => {
  const { page, context } = screen
  await openAt(screen, '/shift')
  await page.getByRole('heading', { name: '班次' }).waitFor()
  await context.clearCookies()
  // By its address: the frame may be gone by the time that a hand has found the link.
  await page.evaluate(() => (location.hash = '/documents'))
  await page.getByRole('button', { name: '登录' }).waitFor()
  await page.getByRole('textbox', { name: '名字' }).fill(OWNER.name)
  await page.locator('input[type=password]').fill(OWNER.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '单据' }).waitFor()
})

screenTest('a password is changed, and only by who knows the old one', {}, async (screen) => {
  const { page } = screen
  await openAt(screen, '/password')
  const [current, next] = [page.locator('input[type=password]').first(), page.locator('input[type=password]').last()]
  await current.fill('not the password')
  await next.fill('a new long password')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('alert').filter({ hasText: '现在的密码不对' }).waitFor()
  await current.fill(OWNER.password)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('密码已修改').waitFor()
})
