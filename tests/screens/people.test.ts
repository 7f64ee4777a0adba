/** People at the counter: locked and handed over with the basket kept, allowed in place, and found back in. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { counterOn } from './counter.ts'
import { stocked, withOpenShift } from './goods.ts'
import { keyboardOf } from './keyboard.ts'
import { openAt, OWNER, owner, rid, screenTest, type Client, type Screen } from './shop.ts'

const PIN = '2468'

/** A clerk and the owner, each with a PIN. */
async function withPins(client: Client): Promise<{ clerk: number }> {
  const { id } = await client.staff.create({ requestId: rid(), name: '小林', role: 'clerk', password: 'a long one' })
  const me = await client.session.current({})
  for (const staffId of [id, me?.staffId ?? 0]) await client.staff.setPin({ requestId: rid(), staffId, pin: PIN })
  return { clerk: id }
}

async function signInAs(page: Page, origin: string, name: string, password: string): Promise<void> {
  await page.goto(`${origin}/#/sign-in`)
  await page.getByRole('textbox', { name: '名字' }).fill(name)
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '收银台' }).waitFor()
}

/** What the shop itself answers to this browser now. */
async function askedDirectly({ page, origin }: Screen): Promise<number> {
  const url = `${origin}/rpc/settings/get`
  return page.evaluate(
    async (address) =>
      (await fetch(address, { method: 'POST', body: '{"json":{}}', headers: { 'content-type': 'application/json' } }))
        .status,
    url,
  )
}

screenTest('a counter is locked, unlocked and handed over, and its basket stays', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const [tea] = await stocked(client)
  await withOpenShift(client)
  await withPins(client)
  await openAt(screen, '/counter')
  const counter = await counterOn(page)
  await counter.scan(tea?.barcode ?? '')
  await counter.has(1, '128.00')

  await page.keyboard.press('Control+KeyL')
  const lock = page.getByRole('dialog', { name: '已锁屏' })
  await lock.waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'PIN 码')
  await expect.poll(() => askedDirectly(screen)).toBe(423)
  await page.keyboard.press('F5') // what is under it hears no key
  await counter.type('1111')
  await counter.press('Enter')
  await lock.getByRole('alert').filter({ hasText: 'PIN 码不对' }).waitFor()
  await counter.type(PIN)
  await counter.press('Enter')
  await lock.waitFor({ state: 'detached' })
  await counter.has(1, '128.00')
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
  expect(await askedDirectly(screen)).toBe(200)

  await page.keyboard.press('Alt+KeyO')
  await lock.waitFor()
  await lock.getByRole('button', { name: '用密码' }).click()
  await lock.locator('input[type=password]').fill(OWNER.password)
  await page.keyboard.press('Enter')
  await lock.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: '锁屏' }).click()
  await lock.getByRole('combobox', { name: '谁来用' }).selectOption('小林')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'PIN 码')
  await counter.type(PIN)
  await counter.press('Enter')
  await page.getByRole('button', { name: '小林 的菜单' }).waitFor()
  await counter.has(1, '128.00')
  expect(await page.getByRole('link', { name: '设置' }).count()).toBe(0)
})

screenTest('a screen that was left alone is locked, and so it is after a reload', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await withPins(client)
  await openAt(screen, '/shift')
  await page.getByRole('heading', { name: '班次' }).waitFor()
  await page.evaluate(() => localStorage.setItem('guitai.lastActive', String(Date.now() - 11 * 60_000)))
  await page.reload()
  const lock = page.getByRole('dialog', { name: '已锁屏' })
  await lock.waitFor()
  await expect.poll(() => askedDirectly(screen)).toBe(423)
  await page.reload()
  await lock.waitFor()
  expect(await page.getByRole('heading', { name: '班次' }).count()).toBe(0)
  const keyboard = await keyboardOf(page)
  await keyboard.type(PIN)
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: '班次' }).waitFor()
  // Whoever unlocked it by keys is there: it does not lock again a moment later.
  const idle = () => page.evaluate(() => Date.now() - Number(localStorage['guitai.lastActive']))
  expect(await idle()).toBeLessThan(60_000)
})

screenTest('what a clerk may not book is allowed in place, for this once', {}, async (screen) => {
  const { page, origin } = screen
  const client = await owner(screen)
  const [tea] = await stocked(client)
  await withPins(client)
  await signInAs(page, origin, '小林', 'a long one')
  await page.goto(`${origin}/#/stock/adjust`)
  const field = page.getByRole('combobox', { name: /扫条码/ })
  await field.fill('龙井')
  await page.getByRole('option', { name: /龙井茶/ }).waitFor()
  await field.press('Enter')
  await page.getByRole('button', { name: '报损' }).click()
  await page.getByRole('button', { name: '确认调整' }).click()

  const prompt = page.getByRole('region', { name: '店长授权' })
  await prompt.getByText(/需要店长授权/).waitFor()
  await prompt.getByRole('combobox', { name: '谁来授权' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'PIN 码')
  await page.keyboard.press('Escape')
  await prompt.waitFor({ state: 'detached' })
  await page.getByRole('alert').filter({ hasText: '没有' }).waitFor()

  await page.getByRole('button', { name: '确认调整' }).click()
  await prompt.waitFor()
  await prompt.locator('input').last().fill('1111')
  await page.keyboard.press('Enter')
  await prompt.getByRole('alert').filter({ hasText: 'PIN 码不对' }).waitFor()
  await prompt.locator('input').last().fill(PIN)
  await page.keyboard.press('Enter')
  await page.getByText('已入账').waitFor()

  const { rows } = await client.audit.list({ limit: 1 })
  expect(rows[0]).toMatchObject({ name: 'stock.adjust', staffName: '小林', authorisedByName: OWNER.name })
  expect(await client.stock.level({ skuId: tea?.skuId ?? 0 })).toMatchObject({ onHand: 29_000 })
})

screenTest('from nothing to the counter by keyboard alone, and back in with the code on paper', {}, async (screen) => {
  const { page, core, origin } = screen
  const keyboard = await keyboardOf(page)
  await page.goto(`${origin}/#/setup?code=${core.setupCode}`)
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '店名')
  await keyboard.type('小店')
  await keyboard.press('Tab') // the trade, whose arrows choose
  await keyboard.press('ArrowRight')
  await keyboard.press('Tab')
  await keyboard.type(OWNER.name)
  await keyboard.press('Tab')
  await keyboard.type(OWNER.password)
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: '店开好了' }).waitFor()
  const code = await page.locator('.code').innerText()
  expect(code).toMatch(/^(\w{5}-){3}\w{5}$/)
  await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'checkbox')
  await keyboard.press('Space')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: '收银台' }).waitFor()

  await page.getByRole('button', { name: `${OWNER.name} 的菜单` }).click()
  await page.getByText('退出登录').click()
  await page.getByRole('link', { name: '忘记密码' }).click()
  await page.getByRole('textbox', { name: '名字' }).fill(OWNER.name)
  await page.getByRole('textbox', { name: '恢复码' }).fill('AAAAA')
  await page.locator('input[type=password]').fill('a brand new one')
  await keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '恢复码不对' }).waitFor()
  await page.getByRole('textbox', { name: '恢复码' }).fill(code.toLowerCase())
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: '密码已重设' }).waitFor()
  expect(await page.locator('.code').innerText()).not.toBe(code)
  await page.getByRole('checkbox', { name: '我已保存' }).check()
  await page.getByRole('button', { name: '继续' }).click()
  await page.getByRole('heading', { name: '收银台' }).waitFor()
})

screenTest('one sets one’s own PIN, and a new recovery code, with the password', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await openAt(screen, '/pin')
  const [current, pin] = [page.locator('input[type=password]').first(), page.locator('input[type=password]').last()]
  await current.fill(OWNER.password)
  await pin.fill('12')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('group', { name: '新 PIN 码' }).getByRole('alert').waitFor()
  await pin.fill(PIN)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('PIN 码已设好').waitFor()
  expect(await client.session.current({})).toMatchObject({ hasPin: true })

  await openAt(screen, '/settings')
  const recovery = page.getByRole('region', { name: '恢复码' })
  await recovery.locator('input[type=password]').fill(OWNER.password)
  await recovery.getByRole('button', { name: '换一个恢复码' }).click()
  expect(await recovery.locator('.code').innerText()).toMatch(/^(\w{5}-){3}\w{5}$/)
  await page.getByRole('combobox', { name: '自动锁屏' }).selectOption('0')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('设置已保存').waitFor()
  expect(await client.settings.get({})).toMatchObject({ autoLockMinutes: 0 })
})
