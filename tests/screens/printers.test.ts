/** Printers are set up, tried and mended on one page; a receipt that did not come out is said and printed again. */
import { expect } from 'vitest'
import { answering, aPrinter, type Mood } from '../../src/main/testing/a-printer.ts'
import { stocked } from './goods.ts'
import { openAt, owner, rid, screenTest } from './shop.ts'
import { someTrade } from './trade.ts'

screenTest('a printer is set up by its address, and its test page comes out', {}, async (screen) => {
  const { page } = screen
  const printer = await aPrinter()
  await openAt(screen, '/settings/printers')
  await page.getByText('还没有打印机').waitFor()
  await page.getByRole('button', { name: '添加打印机' }).click()
  await page.getByRole('textbox', { name: '名称' }).fill('收银台')
  const address = page.getByRole('textbox', { name: '地址' })
  await address.fill('not a host')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('「not a host」不是网络地址').waitFor()
  await page.getByRole('radio', { name: '本机接口' }).check()
  await page.getByText('\\\\.\\COM3').waitFor()
  await page.getByRole('radio', { name: '网口' }).check()
  await address.fill(printer.address)
  await page.getByRole('button', { name: '保存' }).click()
  const card = page.getByRole('article', { name: '收银台' })
  await card.getByText('还没用过').waitFor()
  await card.getByRole('button', { name: '打测试页' }).click()
  await card.getByText('已打出').waitFor()
  expect(printer.papers[0]?.lines).toContain('打印测试页')
})

screenTest(
  'a receipt that did not come out is listed with its reason, and printed again from there',
  {},
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    const printer = await aPrinter()
    await openAt(screen, '/settings/printers')
    await page.getByRole('button', { name: '添加打印机' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill('收银台')
    await page.getByRole('textbox', { name: '地址' }).fill('127.0.0.1:1')
    await page.getByRole('button', { name: '保存' }).click()
    const card = page.getByRole('article', { name: '收银台' })
    await card.waitFor()
    const { cash } = await someTrade(client)
    const row = page.getByRole('table', { name: '打印记录' }).locator('tbody tr').filter({ hasText: cash.number })
    await row.getByText('未打出：连不上打印机').waitFor()
    await card.getByRole('button', { name: '修改' }).click()
    await page.getByRole('textbox', { name: '地址' }).fill(printer.address)
    await page.getByRole('button', { name: '保存' }).click()
    await row.getByRole('button', { name: '补打' }).click()
    await row.waitFor({ state: 'detached' })
    expect(await printer.cameOut(1)).toHaveLength(1)
  },
)

screenTest('phone and address are whole on paper only, and printing them is recorded', {}, async (screen) => {
  const { page, origin } = screen
  const client = await owner(screen)
  const { account } = await someTrade(client)
  await openAt(screen, '/documents')
  await page.getByText(account.number).waitFor()
  await page.addInitScript('window.print = () => { window.onPaper = document.querySelector(".print-paper").innerText }')
  await page.goto(`${origin}/#/print/packingSlip/${account.id}?sheet=A4`)
  await page.reload()
  await page.locator('.print-page[data-ready]').waitFor()
  const paper = page.locator('.print-paper')
  expect(await paper.innerText()).toContain('****')
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect.poll(() => page.evaluate('window.onPaper ?? ""')).toMatch(/\d{11}/)
  await expect.poll(() => paper.innerText()).toContain('****')
  expect((await client.audit.list({ limit: 1 })).rows[0]?.name).toBe('documents.printFull')
})

screenTest('the shift report goes to the receipt printer, and the page says when it is out', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const { id, number } = await client.drawer.open({ requestId: rid(), float: 20_000 })
  const printer = await aPrinter()
  await openAt(screen, `/print/shiftReport/${id}`)
  const send = page.getByRole('button', { name: '打到小票机' })
  await send.click()
  await page.getByText('还没有小票打印机').first().waitFor()
  await client.printing.savePrinter({
    ...{ requestId: rid(), name: '收银台', kind: 'network', address: printer.address, columns: 32, cuts: true },
    ...{ drawerPin: 2, copies: 1 },
  })
  await send.click()
  await page.getByRole('status').getByText('已打出').waitFor()
  expect(printer.papers[0]).toMatchObject({ kicks: [], cuts: 1 })
  expect(printer.papers[0]?.lines).toContain(`班次号: ${number}`)
})

screenTest('a printer says how it is, before its first paper and after it', {}, async (screen) => {
  const { page } = screen
  const client = await owner(screen)
  const mood: Mood = { now: 'paperOut' }
  const printer = await aPrinter(answering(mood))
  const { printers } = await client.printing.savePrinter({
    ...{ requestId: rid(), name: '收银台', kind: 'network', address: printer.address, columns: 48, cuts: true },
    ...{ drawerPin: 2, copies: 1 },
  })
  await openAt(screen, '/settings/printers')
  const card = page.getByRole('article', { name: '收银台' })
  await card.getByText('缺纸').first().waitFor()
  await client.printing.testPage({ requestId: rid(), printerId: printers[0]?.id ?? 0 })
  await card.getByText('未打出：打印机缺纸，装好纸再补打').waitFor()
  expect(printer.papers).toEqual([])
  mood.now = 'ready'
  await card.getByRole('button', { name: '打测试页' }).click()
  await card.getByText('已打出').waitFor()
  await card.getByText('就绪').waitFor()
})

screenTest('the looks of a label on goods stay with it', {}, async (screen) => {
  const { page, origin } = screen
  const client = await owner(screen)
  await stocked(client)
  const [tea] = (await client.products.list({ limit: 1 })).rows
  await openAt(screen, `/labels?product=${tea?.productId ?? 0}`)
  await page.locator('.shelf-label').first().waitFor()
  await page.goto(`${origin}/#/settings/printers`)
  await page.getByRole('button', { name: '添加打印机' }).click()
  const shadow = page
    .getByText('名称')
    .first()
    .evaluate((label) => getComputedStyle(label).boxShadow)
  expect(await shadow).toBe('none')
})
