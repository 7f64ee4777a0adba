/** A scan away from the counter is understood by what was scanned, and changes nothing. */
import { expect } from 'vitest'
import { keyboardOf } from './keyboard.ts'
import { openAt, owner, rid, screenTest, type Screen } from './shop.ts'
import { someTrade } from './trade.ts'

const CARD = 'VIP8801'

async function aShop(screen: Screen, path: string) {
  const client = await owner(screen)
  const trade = await someTrade(client)
  const { id: memberId } = await client.customers.create({
    requestId: rid(),
    ...{ code: CARD, name: '林小姐', phone: '', address: '', note: '', creditLimit: null },
  })
  const tea = trade.goods[0]
  const { productId = 0 } = (await client.products.scan({ code: tea?.barcode ?? '' })) ?? {}
  await openAt(screen, path)
  const keyboard = await keyboardOf(screen.page)
  return {
    ...{ client, trade, memberId, productId, keyboard },
    ...{ barcode: tea?.barcode ?? '', skuId: tea?.skuId ?? 0 },
    wedge: (code: string) => keyboard.wedge(code),
    notice: (text: string) => screen.page.getByRole('status').filter({ hasText: text }).last(),
  }
}

for (const path of ['/documents', '/products', '/customers', '/stock'])
  screenTest(`on ${path} goods, a receipt and a card open what they are`, {}, async (screen) => {
    const { page } = screen
    const { trade, memberId, productId, barcode, skuId, wedge } = await aShop(screen, path)
    await page.getByRole('table').first().waitFor()
    await wedge(barcode)
    await page.waitForURL(path === '/stock' ? `**/stock/${skuId}` : `**/products/${productId}`)
    await wedge(trade.cash.number)
    await page.waitForURL(`**/documents/${trade.cash.id}`)
    await wedge(CARD)
    await page.waitForURL(`**/customers/${memberId}`)
  })

screenTest('in a search above a list a scan opens what it is, and the search stays as it was', {}, async (screen) => {
  const { page } = screen
  const { productId, barcode, wedge } = await aShop(screen, '/products')
  const search = page.getByRole('searchbox')
  await search.fill('龙井')
  await search.focus()
  await wedge(barcode)
  await page.waitForURL(`**/products/${productId}`)
  expect(await search.inputValue()).toBe('龙井')
})

for (const path of ['/shift', '/day-end', '/settings', '/customers/new'])
  screenTest(`on ${path} a scan is said, with the way there, and nobody is taken away`, {}, async (screen) => {
    const { page } = screen
    const { trade, productId, barcode, wedge, notice } = await aShop(screen, path)
    await page.getByRole('main').getByRole('button').first().waitFor()
    if (path === '/customers/new') await page.getByRole('textbox', { name: '名称' }).focus()
    const before = page.url()
    await wedge(trade.cash.number)
    await notice(trade.cash.number).waitFor()
    await wedge(barcode)
    await notice('龙井茶 · ¥128.00 · 库存').waitFor()
    expect(page.url()).toBe(before)
    await notice('龙井茶').getByRole('button', { name: '打开' }).last().click()
    await page.waitForURL(`**/products/${productId}`)
  })

screenTest('a code that nobody knows is said, and becomes a product when one wants it', {}, async (screen) => {
  const { page } = screen
  const { client, wedge, notice } = await aShop(screen, '/documents')
  await page.getByRole('table').first().waitFor()
  await wedge('6988888888882')
  await notice('没有这个码：6988888888882').getByRole('button', { name: '新建商品' }).click()
  await page.getByRole('textbox', { name: '品名' }).first().fill('新茶')
  await page.getByRole('textbox', { name: '货号' }).first().fill('N1')
  await page.getByRole('textbox', { name: '零售价' }).first().fill('15')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('「新茶」已保存').waitFor()
  expect(await client.products.scan({ code: '6988888888882' })).toMatchObject({ title: '新茶' })
})

screenTest('a payment code away from the counter is neither shown nor asked about', {}, async (screen) => {
  const { page } = screen
  const { wedge, notice } = await aShop(screen, '/products')
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.getByRole('table').first().waitFor()
  await wedge('134567890123456789')
  await notice('这是客人的付款码').waitFor()
  expect(await page.content()).not.toContain('134567890123456789')
  expect(asked.filter((one) => one.includes('134567890123456789'))).toEqual([])
})

screenTest('a scan in the palette closes it and opens what it is', {}, async (screen) => {
  const { page } = screen
  const { trade, wedge } = await aShop(screen, '/documents')
  await page.getByRole('table').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await wedge(trade.account.number)
  await page.waitForURL(`**/documents/${trade.account.id}`)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

screenTest('taking goods back: a receipt opens its sale, goods are counted, others are said', {}, async (screen) => {
  const { page } = screen
  const { trade, barcode, wedge, notice } = await aShop(screen, '/counter/return')
  const number = page.getByRole('combobox', { name: '扫小票 / 单号尾数 / 客户 / 商品' })
  await number.focus()
  await wedge(barcode) // goods, though the field asks for a number
  await page.getByRole('textbox', { name: '龙井茶 退几件' }).waitFor()
  expect(await number.inputValue()).toBe('')
  await page.getByRole('textbox', { name: '龙井茶 退几件' }).focus()
  await wedge(barcode)
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[aria-label="龙井茶 退几件"]')?.value === '2',
  )

  await page.getByRole('combobox').last().focus()
  await wedge(trade.cash.number)
  await page.getByRole('heading', { name: `退货：${trade.cash.number}` }).waitFor()
  const tea = page.getByRole('textbox', { name: '龙井茶 退几件' })
  expect(await tea.inputValue()).toBe('')
  await wedge(barcode)
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[aria-label="龙井茶 退几件"]')?.value === '1',
  )
  await wedge(barcode) // one of the two had come back before
  await notice('这张单没有可退的「龙井茶」').waitFor()
  expect(await tea.inputValue()).toBe('1')
})

screenTest('goods that arrive are counted wherever the cursor stands', {}, async (screen) => {
  const { page } = screen
  const { barcode, wedge } = await aShop(screen, '/stock/receive')
  await page.getByRole('textbox', { name: '备注' }).focus()
  await wedge(barcode)
  await page.getByRole('row').filter({ hasText: '龙井茶' }).waitFor()
  expect(await page.getByRole('textbox', { name: '备注' }).inputValue()).toBe('')
})

screenTest('what a scanner types into a secret field is not taken for a PIN, nor shown', {}, async (screen) => {
  const { page } = screen
  const { barcode, wedge, keyboard } = await aShop(screen, '/documents')
  await page.getByRole('table').first().waitFor()
  await page.keyboard.press('Alt+KeyO')
  const lock = page.getByRole('dialog')
  const secret = lock.locator('input[type=password]')
  await secret.waitFor()
  await secret.evaluate((field: HTMLInputElement) => (field.autocomplete = 'off')) // as a PIN has it
  await secret.focus()
  await wedge(barcode)
  await wedge('4711')
  expect(await secret.inputValue()).toBe('')
  expect(await page.content()).not.toContain('4711')
  await keyboard.type('1')
  await keyboard.press('Enter')
  await lock.getByRole('alert').waitFor()
})
