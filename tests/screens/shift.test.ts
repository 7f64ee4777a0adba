/** The drawer: opened, moved, counted before one is told, closed, reported; and the day brought to its end. */
import { expect } from 'vitest'
import { aCustomer, stocked } from './goods.ts'
import { keyboardOf } from './keyboard.ts'
import { openAt, owner, rid, screenTest } from './shop.ts'

screenTest('a shift by keyboard, from opening to a blind count with a difference', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await openAt(screen, '/shift')
  const hand = await keyboardOf(page)
  const type = async (name: string, text: string) => {
    const field = page.getByRole('textbox', { name, exact: true })
    await field.focus()
    await page.keyboard.press('ControlOrMeta+a')
    await hand.type(text)
  }
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus()
    await hand.press('Enter')
  }
  await type('备用金', '300')
  await hand.press('Enter')

  await press('存入现金')
  await type('存入现金', '50')
  await type('原因', '补零钱')
  await hand.press('Enter')
  await page.getByRole('cell', { name: '补零钱' }).waitFor()

  await press('上缴现金')
  await type('上缴现金', '1000')
  await type('原因', '交给店主')
  await hand.press('Enter')
  await page.getByRole('alert').filter({ hasText: '现金不够' }).waitFor()
  await page.keyboard.press('Escape')

  await press('空开钱箱')
  await hand.type('换零钱')
  await hand.press('Enter')
  await page.getByText('已记下，钱箱可以打开').waitFor()

  await press('点钱交班')
  // 100 × 3, 50 × 0, 20 × 2: the fields follow each other by Enter.
  for (const count of ['3', '0', '2', '', '', '', '', '']) {
    await hand.type(count)
    await hand.press('Enter')
  }
  const region = page.getByRole('region', { name: '班次', exact: true })
  expect(await region.innerText()).not.toContain('应有现金')
  await hand.press('Enter')
  await region.getByText('短款').waitFor()
  await region.getByText('应有现金').waitFor()

  const close = page.getByRole('button', { name: '交班', exact: true })
  expect(await close.isDisabled()).toBe(true) // ten yuan need a reason
  await type('上缴现金', '140')
  await type('差额原因', '找错零')
  await page.getByText('留作备用金 ¥200.00').waitFor()
  await hand.press('Enter')

  const closed = page.getByRole('region', { name: '已交班' })
  await closed.getByText('短款').waitFor()
  expect(await client.drawer.current({})).toBeNull()
  expect((await client.drawer.list({})).rows).toMatchObject([
    { state: 'closed', expected: 35_000, difference: -1_000, dropped: 14_000, floatLeft: 20_000, reason: '找错零' },
  ])
  const float = page.getByRole('textbox', { name: '备用金' })
  await expect.poll(() => float.inputValue(), { timeout: 10_000 }).toBe('200.00')

  await closed.getByRole('link', { name: '查看和打印' }).click()
  const paper = page.getByRole('article')
  await paper.getByText('空开钱箱').waitFor()
  await paper.getByText('找错零').waitFor()
  expect(await paper.innerText()).toMatch(/100\s+x3\s+300\.00/)
})

screenTest('the shift report is copied as a picture, or saved where that is not allowed', {}, async (screen) => {
  const { page, context, origin } = screen
  const client = await owner(screen)
  const { id } = await client.drawer.open({ requestId: rid(), float: 20_000 })
  await client.drawer.count({ requestId: rid(), counted: 20_000 })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  await openAt(screen, `/print/shiftReport/${id}`)
  await page.getByRole('button', { name: '复制为图片' }).click()
  await page.getByText('图片已复制，可以直接粘贴').waitFor()
  const picture = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const bitmap = await createImageBitmap(await item!.getType('image/png'))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const pen = canvas.getContext('2d')!
    pen.drawImage(bitmap, 0, 0)
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height)
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 100) dark += 1
    return { width: bitmap.width, dark, corner: [...data.slice(0, 4)] }
  })
  expect(picture.width).toBeGreaterThan(590) // 80 mm, twice as sharp
  expect(picture.corner).toEqual([255, 255, 255, 255])
  expect(picture.dark).toBeGreaterThan(500)

  await context.clearPermissions()
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('not here'))
  })
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '复制为图片' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^交班单 SH-.*\.png$/)
})

screenTest('yesterday’s shift is asked for before anything is sold', {}, async (screen) => {
  const { page, core } = screen
  const client = await owner(screen)
  await client.drawer.open({ requestId: rid(), float: 20_000 })
  core.clock.advance(24 * 3_600_000)
  await openAt(screen, '/counter')
  await page.getByText('昨天的班还没有交').waitFor()
  await page.getByRole('link', { name: '去点钱交班' }).click()
  await page.getByRole('button', { name: '点钱交班' }).waitFor()
})

screenTest('the day-end says what is left, and keeps that the day is done', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const [tea] = await stocked(client)
  await client.drawer.open({ requestId: rid(), float: 20_000 })
  const { id: customerId } = await aCustomer(client)
  const basket = {
    customerId,
    lines: [{ kind: 'item' as const, skuId: tea?.skuId ?? 0, quantity: 1_000 }],
    saleDiscount: null,
    roundOff: 'none' as const,
  }
  const { total } = await client.orders.price(basket)
  const tenders = [{ tender: 'onAccount' as const, amount: total }]
  await client.orders.sell({ ...basket, requestId: rid(), tenders, expectedTotal: total, note: '' })
  const made = { requestId: rid(), title: '茶杯', price: 150_000 }
  await client.products.quickCreate(made)
  const aside = {
    requestId: rid(),
    deviceId: '01JD00000000000000000000T1',
    content: '{}',
    itemCount: 1,
    total: 1_500,
    note: '',
  }
  await client.baskets.park(aside)
  await openAt(screen, '/day-end')
  const day = page.getByRole('region', { name: '日结' })
  await day.getByText('还没有交班').waitFor()
  await day.getByText('1 笔，共 ¥128.00').waitFor()
  const open = (name: string) => day.getByRole('listitem').filter({ hasText: name })
  await open('挂单').getByText('1 笔，共 ¥15.00').waitFor()
  await open('待补资料').getByRole('link').click()
  await page.getByRole('cell', { name: '茶杯' }).waitFor()
  expect(await page.getByRole('cell', { name: '龙井' }).count()).toBe(0)
  await page.goBack()
  expect(await day.getByRole('button', { name: '今天结束' }).isDisabled()).toBe(true)
  expect(await day.innerText()).not.toContain('销售额')

  await client.drawer.count({ requestId: rid(), counted: 20_000 })
  await client.drawer.close({ requestId: rid(), reason: '' })
  await day.getByText('1 班都点清了').waitFor()
  await day.getByRole('button', { name: '立即备份' }).click()
  await page.getByText('备份好了').waitFor()
  await day.getByRole('button', { name: '今天结束' }).click()
  await day.getByText('已日结').waitFor()
  expect((await client.dayEnd.get({})).done).toMatchObject({ seq: expect.any(Number) })
  await day.getByRole('link', { name: '打印日结' }).click()
  await page.getByRole('article').getByText('销售额').waitFor()
})

screenTest('sensitive actions are listed and filtered', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  await client.drawer.openWithoutSale({ requestId: rid(), reason: '换零钱' })
  await openAt(screen, '/sensitive')
  const table = page.getByRole('table', { name: '敏感操作' })
  await table.getByText('换零钱').waitFor()
  await page.getByRole('combobox', { name: '种类' }).selectOption({ label: '赠品' })
  await page.getByText('没有符合条件的敏感操作').waitFor()
})
