import { beforeEach, describe, expect, test } from 'vitest'
import type { PrinterFields } from '../../../contract/printing.ts'
import { aPrinter, type TestPrinter } from '../../testing/a-printer.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { aBasket, pieces, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
let printer: TestPrinter
let tea: number

const aTillPrinter = (over: Partial<PrinterFields> = {}): PrinterFields => ({
  ...{ name: '收银台', kind: 'network', address: printer.address, columns: 48, cuts: true, drawerPin: 2, copies: 1 },
  ...{ asImage: false, asksStatus: true },
  ...over,
})
const install = (over: Partial<PrinterFields> = {}) =>
  shop.client.printing.savePrinter({ requestId: shop.rid(), ...aTillPrinter(over) })
const jobs = async (over = {}) => (await shop.client.printing.jobs(over)).rows
const printed = () => shop.opened.printers.idle()
async function change(over: object) {
  const { settings } = await shop.client.printing.printers({})
  return shop.client.printing.saveSettings({ ...settings, ...over, requestId: shop.rid() })
}

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  printer = await aPrinter()
  tea = await t.stocked('TEA-01', 50)
  await t.openShift()
})

describe('a sale', () => {
  test('prints its receipt after it is booked, opens the drawer for cash first, and cuts', async () => {
    await install()
    const { id: documentId, number } = await t.sell([t.item(tea, 2)])
    expect(printer.papers).toEqual([])
    expect(await jobs()).toMatchObject([{ state: 'waiting', documentId, documentNumber: number, copy: 0 }])
    await printed()
    const [paper] = printer.papers
    expect(paper).toMatchObject({ cuts: 1, kicks: [2], unknown: [] })
    expect(paper?.lines.join('\n')).toContain(`[${number}]`)
    expect(await jobs()).toMatchObject([{ state: 'printed', failure: null, allowedActions: [] }])
  })

  test('of no cash leaves the drawer shut', async () => {
    await install()
    await t.sell([t.item(tea, 1)], { tender: 'wechat' })
    await printed()
    expect(printer.papers).toMatchObject([{ kicks: [], cuts: 1 }])
  })

  test('without paper opens the drawer for cash all the same, by the pin it hangs on', async () => {
    await install({ drawerPin: 5 })
    await t.sell([t.item(tea, 1)], { paper: 'none' })
    await t.sell([t.item(tea, 1)], { paper: 'none', tender: 'wechat' })
    await printed()
    expect(printer.papers).toEqual([{ lines: [], cuts: 0, kicks: [5], unknown: [], picture: null }])
  })

  test('prints on request when the shop says so, and never waits for what is not there', async () => {
    await t.sell([t.item(tea, 1)], { paper: 'print' })
    expect(await jobs()).toEqual([])
    await install({ drawerPin: null })
    await change({ receiptMode: 'onRequest', kicksOnCash: false })
    await t.sell([t.item(tea, 1)])
    await t.sell([t.item(tea, 1)], { paper: 'print' })
    await printed()
    expect(printer.papers).toHaveLength(1)
  })

  test('that is refused queues nothing', async () => {
    await install()
    await expect(t.sell([t.item(tea, 1)], { tender: 'onAccount' })).rejects.toMatchObject({
      code: 'ON_ACCOUNT_NEEDS_CUSTOMER',
    })
    expect(await jobs()).toEqual([])
  })

  test('tells the screens when its receipt is out, and leaves no line in the record for it', async () => {
    await install()
    await t.sell([t.item(tea, 1)])
    const before = shop.rows('select count(*) from commands')
    await printed()
    expect(shop.changes.slice(-2).map(({ name }) => name)).toEqual(['printing.jobs', 'printing.jobs'])
    expect(shop.changes.at(-1)?.seq).toBe(shop.changes.at(-3)?.seq)
    expect(shop.rows('select count(*) from commands')).toEqual(before)
  })
})

describe('a printer that is off', () => {
  test('fails the receipt, which can be tried again without a mark once it is on', async () => {
    await install({ address: '127.0.0.1:1' })
    const sale = await t.sell([t.item(tea, 1)])
    await printed()
    const [failed] = await jobs({ needsSomeone: true })
    expect(failed).toMatchObject({ state: 'failed', failure: 'unreachable', allowedActions: ['retry', 'cancel'] })
    const { printers } = await shop.client.printing.printers({})
    expect(printers).toMatchObject([{ last: { state: 'failed', failure: 'unreachable' } }])
    await shop.client.printing.savePrinter({ requestId: shop.rid(), ...aTillPrinter(), printerId: printers[0]?.id })
    await shop.client.printing.retry({ requestId: shop.rid(), jobId: failed?.id ?? 0 })
    await printed()
    expect(await jobs({ needsSomeone: true, documentId: sale.id })).toEqual([])
    expect(printer.papers).toMatchObject([{ kicks: [], cuts: 1 }])
    expect(printer.papers[0]?.lines.join()).not.toContain('补打')
    expect(shop.rows('select * from sensitive_actions')).toEqual([])
  })

  test('in the middle leaves a receipt of which nobody knows, and trying again is a 补打', async () => {
    const faulty = await aPrinter((socket) => socket.once('data', () => socket.resetAndDestroy()))
    await install({ address: faulty.address, asksStatus: false })
    const { id: documentId } = await t.sell([t.item(tea, 1)])
    await printed()
    const [job] = await jobs()
    expect(job).toMatchObject({ state: 'uncertain', failure: 'interrupted' })
    await install()
    const { printers } = await shop.client.printing.printers({})
    await change({ receiptPrinterId: printers[1]?.id })
    await shop.client.printing.retry({ requestId: shop.rid(), jobId: job?.id ?? 0 })
    await printed()
    expect(printer.papers[0]?.lines).toContain('补打 1')
    expect(shop.rows('select kind, document_id from sensitive_actions')).toEqual([
      { kind: 'reprinted', document_id: documentId },
    ])
  })

  test('fails every receipt for itself: the next one tries again', async () => {
    await install({ address: '127.0.0.1:1' })
    await t.sell([t.item(tea, 1)])
    await t.sell([t.item(tea, 1)])
    await printed()
    expect(await jobs({ needsSomeone: true })).toHaveLength(2)
  })
})

test('a printer that draws needs a desktop, and says so where there is none', async () => {
  await install({ asImage: true })
  await t.sell([t.item(tea, 1)])
  await printed()
  expect(printer.papers).toEqual([])
  expect(await jobs()).toMatchObject([{ state: 'failed', failure: 'noPictures', allowedActions: ['retry', 'cancel'] }])
})

describe('what is no sale', () => {
  test('prints its receipt and opens the drawer for the cash that goes back', async () => {
    const sale = await t.sell([t.item(tea, 3)])
    const back = { kind: 'linked' as const, originalLineId: sale.lines[0]?.id ?? 0, quantity: pieces(1) }
    await install()
    await t.takeBack([back])
    await printed()
    const [paper] = printer.papers
    expect(paper).toMatchObject({ kicks: [2], cuts: 1 })
    expect(paper?.lines.join('\n')).toContain('退货单')
  })

  test('of an exchange prints both papers, and the drawer opens once for the difference', async () => {
    const sale = await t.sell([t.item(tea, 1)])
    await install()
    const returns = [{ kind: 'linked' as const, originalLineId: sale.lines[0]?.id ?? 0, quantity: pieces(1) }]
    const basket = { ...aBasket([t.item(tea, 2)]), returns }
    const { difference } = await shop.client.exchanges.price(basket)
    const tenders = [{ tender: 'cash' as const, amount: difference }]
    const asked = { ...basket, tenders, expectedDifference: difference, reason: '', note: '' }
    await shop.client.exchanges.exchange({ ...asked, requestId: shop.rid() })
    await printed()
    expect(printer.papers.map(({ kicks }) => kicks)).toEqual([[2], []])
  })

  test('of a debt collected prints a slip that says what is owed now', async () => {
    const customerId = await t.customer()
    const { number } = await t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })
    await install()
    const tenders = [{ tender: 'cash' as const, amount: yuan(100), received: yuan(120) }]
    const slip = await shop.client.collections.collect({ requestId: shop.rid(), customerId, tenders, note: '微信说过' })
    await printed()
    const [paper] = printer.papers
    expect(paper).toMatchObject({ kicks: [2], cuts: 1, unknown: [] })
    const text = paper?.lines.map((line) => line.replaceAll(/ +/g, ' ')) ?? []
    for (const line of ['收款单', `${number} 100.00`, '现金 120.00', '找零 20.00', '上期欠款 128.00', '累计欠款 28.00'])
      expect(text).toContain(line)
    expect(text).toContain('备注: 微信说过')
    expect(await jobs()).toMatchObject([{ paper: 'collectionSlip', documentId: slip.id, state: 'printed' }])
  })

  test('opens the drawer alone when no sale wants it, and is known to the owner', async () => {
    const open = () => shop.client.drawer.openWithoutSale({ requestId: shop.rid(), reason: '换零钱' })
    await open()
    expect(await jobs()).toEqual([])
    await install()
    await open()
    await printed()
    expect(printer.papers).toEqual([{ lines: [], cuts: 0, kicks: [2], unknown: [], picture: null }])
    expect(shop.rows('select kind from sensitive_actions')).toEqual([
      { kind: 'drawerOpened' },
      { kind: 'drawerOpened' },
    ])
  })
})

test('a receipt that was not printed with its sale is the first; a reprint is counted, marked, and known to the owner', async () => {
  await install()
  const { id: documentId } = await t.sell([t.item(tea, 1)], { paper: 'none', tender: 'wechat' })
  const clerk = shop.as('clerk')
  for (const copy of [0, 1, 2]) {
    const job = await clerk.printing.reprint({ requestId: shop.rid(), documentId, paper: 'receipt' })
    expect(job).toMatchObject({ copy, state: 'waiting' })
  }
  await printed()
  expect(printer.papers.map(({ lines }) => lines.find((line) => line.startsWith('补打')))).toEqual([
    undefined,
    '补打 1',
    '补打 2',
  ])
  expect(printer.papers.flatMap(({ kicks }) => kicks)).toEqual([])
  expect(shop.rows('select kind from sensitive_actions')).toEqual([{ kind: 'reprinted' }, { kind: 'reprinted' }])
})

test('a reprint without a printer says so', async () => {
  const { id: documentId } = await t.sell([t.item(tea, 1)])
  const wish = { requestId: shop.rid(), documentId, paper: 'receipt' as const }
  await expect(shop.client.printing.reprint(wish)).rejects.toMatchObject({ code: 'NO_RECEIPT_PRINTER' })
  await expect(shop.client.printing.reprint({ ...wish, documentId: 999 })).rejects.toMatchObject({
    code: 'DOCUMENT_NOT_FOUND',
  })
})

test('what waits can be given up, and what is settled cannot', async () => {
  await install({ drawerPin: null })
  await t.sell([t.item(tea, 1)])
  const [job] = await jobs()
  const cancelled = await shop.client.printing.cancel({ requestId: shop.rid(), jobId: job?.id ?? 0 })
  expect(cancelled).toMatchObject({ state: 'cancelled', allowedActions: [] })
  await printed()
  expect(printer.papers).toEqual([])
  for (const verb of ['cancel', 'retry'] as const)
    await expect(shop.client.printing[verb]({ requestId: shop.rid(), jobId: cancelled.id })).rejects.toMatchObject({
      code: 'PRINT_JOB_SETTLED',
    })
})

test('a removed printer prints no more, and its waiting papers are listed', async () => {
  const { printers } = await install()
  const printerId = printers[0]?.id ?? 0
  await t.sell([t.item(tea, 1)])
  const after = await shop.client.printing.removePrinter({ requestId: shop.rid(), printerId })
  expect(after).toMatchObject({ printers: [], settings: { receiptPrinterId: null } })
  expect(await jobs()).toMatchObject([{ state: 'failed', failure: 'printerRemoved' }])
  await t.sell([t.item(tea, 1)])
  await printed()
  expect(printer.papers).toEqual([])
  await expect(shop.client.printing.testPage({ requestId: shop.rid(), printerId })).rejects.toMatchObject({
    code: 'PRINTER_NOT_FOUND',
  })
})

test('the test page shows both rulers to the edge, in as many copies as set', async () => {
  const { printers } = await install({ columns: 32, copies: 2, drawerPin: null, cuts: false })
  await shop.client.printing.testPage({ requestId: shop.rid(), printerId: printers[0]?.id ?? 0 })
  await printed()
  const [paper] = printer.papers
  expect(paper).toMatchObject({ cuts: 0, kicks: [], unknown: [] })
  expect(paper?.lines.filter((line) => line === '12345678901234567890123456789012')).toHaveLength(2)
  expect(paper?.lines).toContain('一二三四五六七八九十一二三四五六')
})

describe('the counter that waited for a receipt', () => {
  const TILL = '01KAMT1TT00000000000000001'
  const OTHER = '01KAMT1TT00000000000000002'
  const lost = (deviceId = TILL) => shop.client.printing.lost({ deviceId })
  const lastSale = async () => (await shop.client.baskets.open({ deviceId: TILL })).lastSale

  test('is told that it did not come out, and no other counter is', async () => {
    await install({ address: '127.0.0.1:1' })
    const { number, id: documentId } = await t.sell([t.item(tea, 1)], { basket: TILL })
    expect(await lost()).toEqual([])
    expect(await lastSale()).toMatchObject({ documentId, receipt: { state: 'waiting', failure: null } })
    await printed()
    expect(await lost()).toMatchObject([{ documentNumber: number, state: 'failed', failure: 'unreachable' }])
    expect(await lastSale()).toMatchObject({ receipt: { state: 'failed', failure: 'unreachable' } })
    expect(await lost(OTHER)).toEqual([])
  })

  test('hears no more of it once it was printed or given up', async () => {
    await install({ address: '127.0.0.1:1' })
    for (const count of [1, 2]) await t.sell([t.item(tea, count)], { basket: TILL })
    await printed()
    const [second, first] = await lost()
    await shop.client.printing.cancel({ requestId: shop.rid(), jobId: first?.id ?? 0 })
    expect((await lost()).map(({ id }) => id)).toEqual([second?.id])
    const { printers } = await shop.client.printing.printers({})
    await shop.client.printing.savePrinter({ requestId: shop.rid(), ...aTillPrinter(), printerId: printers[0]?.id })
    await shop.client.printing.retry({ requestId: shop.rid(), jobId: second?.id ?? 0 })
    await printed()
    expect(await lost()).toEqual([])
    expect(await lastSale()).toMatchObject({ receipt: { state: 'printed' } })
  })

  test('is told again when trying again did not help either, and when a 补打 is lost', async () => {
    await install({ address: '127.0.0.1:1' })
    const { id: documentId } = await t.sell([t.item(tea, 1)], { basket: TILL, paper: 'none' })
    await printed()
    expect(await lost()).toEqual([])
    expect(await lastSale()).toMatchObject({ receipt: null })
    const asked = { documentId, paper: 'receipt' as const, deviceId: TILL }
    await shop.client.printing.reprint({ requestId: shop.rid(), ...asked })
    await printed()
    const [before] = await lost()
    await shop.client.printing.retry({ requestId: shop.rid(), jobId: before?.id ?? 0 })
    await printed()
    expect(await lost()).toMatchObject([{ documentId, state: 'failed' }])
  })

  test('no longer waits after a day, nor for a drawer', async () => {
    await install({ address: '127.0.0.1:1' })
    await t.sell([t.item(tea, 1)], { basket: TILL, paper: 'none' })
    await t.sell([t.item(tea, 1)], { basket: TILL })
    await printed()
    expect(await lost()).toHaveLength(1)
    shop.clock.advance(25 * 60 * 60_000)
    expect(await lost()).toEqual([])
  })

  test('of an exchange is told of both its papers', async () => {
    await install({ address: '127.0.0.1:1' })
    const sold = await t.sell([t.item(tea, 1)], { paper: 'none' })
    const lines = [{ kind: 'linked' as const, originalLineId: sold.lines[0]?.id ?? 0, quantity: pieces(1) }]
    const words = { requestId: shop.rid(), reason: '', note: '', basket: TILL }
    const basket = { ...aBasket([t.item(tea, 1)]), returns: lines }
    await shop.client.exchanges.exchange({ ...basket, ...words, tenders: [], expectedDifference: yuan(0) })
    await printed()
    expect(await lost()).toHaveLength(2)
  })

  test('asks by the index of what needs someone', async () => {
    expect(await plansOf(shop, () => lost())).toContainEqual(
      expect.stringMatching(/^SCAN print_jobs USING INDEX print_jobs_needing_someone/),
    )
  })
})
