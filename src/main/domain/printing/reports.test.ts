/** 交班单 and 日结 on the receipt printer: what stands on them, to the character, and who may print them. */
import { beforeEach, expect, test } from 'vitest'
import type { PaperColumns } from '../../../contract/printing.ts'
import { aPrinter, type TestPrinter } from '../../testing/a-printer.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
let printer: TestPrinter
let tea: number
let shiftId: number

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  printer = await aPrinter()
  tea = await t.stocked('TEA-01', 50_000)
  ;({ id: shiftId } = await t.openShift(200))
})

const install = (columns: PaperColumns = 48) =>
  shop.client.printing.savePrinter({
    ...{ requestId: shop.rid(), name: '收银台', kind: 'network', address: printer.address, columns },
    ...{ cuts: true, drawerPin: 2, copies: 1, asImage: false, asksStatus: false },
  })
const printReport = () => shop.client.drawer.printReport({ requestId: shop.rid(), shiftId })
const printed = () => shop.opened.printers.idle()

async function aDay() {
  await t.sell([t.item(tea, 2)])
  await t.sell([t.item(tea, 30_000)], { tender: 'wechat' })
  await shop.client.drawer.move({ requestId: shop.rid(), kind: 'payIn', amount: yuan(50), reason: '补零钱' })
  await shop.client.drawer.openWithoutSale({ requestId: shop.rid(), reason: '换零钱' })
  const denominations = [
    { value: yuan(100), count: 5 },
    { value: yuan(0.5), count: 2 },
  ]
  await shop.client.drawer.count({ requestId: shop.rid(), counted: yuan(501), denominations })
  await shop.client.drawer.close({ requestId: shop.rid(), reason: '找错零', dropped: yuan(301) })
}

test('the shift report on 58 mm', async () => {
  await aDay()
  await install(32)
  await printReport()
  await printed()
  const [paper] = printer.papers
  expect(paper).toMatchObject({ cuts: 1, kicks: [], unknown: [] })
  expect(paper?.lines.join('\n')).toMatchInlineSnapshot(`
    "小店
    交班单
    班次号: SH-20261121-0001
    开班: 店主 2026-11-21 10:00
    交班: 店主 2026-11-21 10:00

    销售
    --------------------------------
    销售额         x2   3,840,256.00
    平均每单            1,920,128.00

    收款
    --------------------------------
    现金           x1         256.00
    微信           x1   3,840,000.00

    现金
    --------------------------------
    备用金                    200.00
    存入现金       x1          50.00
    现金收付                  256.00
    应有现金                  506.00
    实点现金                  501.00
    短款                       -5.00
    差额原因                  找错零
    交班上缴                  301.00
    留下备用金                200.00

    点钱明细
    --------------------------------
    100            x5         500.00
    0.5            x2           1.00

    敏感操作
    --------------------------------
    空开钱箱       x1
    店主

    交班人签名：

    --------------------------------

    接班人签名：

    --------------------------------



    "
  `)
})

test('the day-end on 80 mm', async () => {
  await aDay()
  await install()
  await shop.client.dayEnd.confirm({ requestId: shop.rid() })
  await shop.client.dayEnd.print({ requestId: shop.rid() })
  await printed()
  const text = printer.papers[0]?.lines.join('\n') ?? ''
  expect(text.replace(/(日志链: \d+ )[0-9a-f]{16}/, '$1………')).toMatchInlineSnapshot(`
    "小店
    日结
    营业日: 2026-11-21
    已日结: 店主 2026-11-21 10:00
    日志链: 11 ………

    销售
    ------------------------------------------------
    销售额                  x2          3,840,256.00
    平均每单                            1,920,128.00

    收款
    ------------------------------------------------
    现金                    x1                256.00
    微信                    x1          3,840,000.00

    现金
    ------------------------------------------------
    实点现金                x1                501.00
    差额                                       -5.00
    上缴现金                                  301.00

    未了的事
    ------------------------------------------------
    今天未收的钱            x0                  0.00
    未发货                  x0                  0.00
    负库存                  x0
    待补资料                x0
    最近备份                              还没有备份

    交班人签名：

    ------------------------------------------------



    "
  `)
})

test('a report is listed under its shift, and keeps what it said when it is tried again', async () => {
  await install()
  const { number } = await shop.client.drawer.report({ shiftId }).then(({ shift }) => shift)
  await printer.off()
  expect(await printReport()).toMatchObject({ paper: 'shiftReport', documentNumber: number, state: 'waiting' })
  await printed()
  const [failed] = (await shop.client.printing.jobs({ needsSomeone: true })).rows
  expect(failed).toMatchObject({ state: 'failed', failure: 'unreachable', allowedActions: ['retry', 'cancel'] })
  await aDay()
  await printed()
  printer = await aPrinter()
  await install()
  const { printers, settings } = await shop.client.printing.printers({})
  const receiptPrinterId = printers[1]?.id ?? 0
  await shop.client.printing.saveSettings({ ...settings, receiptPrinterId, requestId: shop.rid() })
  await shop.client.printing.retry({ requestId: shop.rid(), jobId: failed?.id ?? 0 })
  await printed()
  const text = printer.papers[0]?.lines.join('\n') ?? ''
  expect(text).toContain(number)
  expect(text).not.toContain('256.00')
  expect(shop.rows("select kind from sensitive_actions where kind = 'reprinted'")).toEqual([])
})

test('a drawer that is counted blind keeps its sums from its paper too', async () => {
  await t.sell([t.item(tea, 2)])
  await install()
  await shop.as('clerk').drawer.printReport({ requestId: shop.rid(), shiftId })
  await printed()
  expect(printer.papers[0]?.lines.join('\n')).not.toMatch(/应有现金|256\.00|销售额/)
})

test('who may not read it may not print it, and without a printer it says so', async () => {
  await expect(printReport()).rejects.toMatchObject({ code: 'NO_RECEIPT_PRINTER' })
  await install()
  await t.closeShift(200)
  const clerk = shop.as('clerk')
  await expect(clerk.drawer.printReport({ requestId: shop.rid(), shiftId })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(clerk.dayEnd.print({ requestId: shop.rid() })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
