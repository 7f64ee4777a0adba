/** What stands on a receipt, to the character, at both widths. */
import { beforeEach, expect, test } from 'vitest'
import { PAPERS } from '../../contract/documents.ts'
import { aShop, type TestShop } from '../testing/a-shop.ts'
import { readPaper } from '../testing/escpos-reader.ts'
import { off, pieces, trade, yuan } from '../testing/trade.ts'
import { cellsOf } from './cells.ts'
import { encodeLines } from './escpos.ts'
import { asText, layOut } from './layout.ts'
import { receiptRows } from '../../contract/papers/receipt.ts'
import { wordsFor } from '../../contract/papers/words/words-for.ts'

let shop: TestShop
let documentId: number

beforeEach(async () => {
  shop = aShop()
  const t = trade(shop)
  const { trade: _, currency: _c, currencyDecimals: _d, ...profile } = await shop.client.settings.get({})
  const receiptFooter = '谢谢惠顾🍵\n七日内凭票退换'
  await shop.client.settings.update({
    ...profile,
    address: '示例路1号',
    phone: '0571-12345678',
    receiptFooter,
    requestId: shop.rid(),
  })
  await t.openShift()
  const long = await t.product({
    code: 'LONG',
    title: '特级明前西湖龙井手工炒制铁罐礼盒装Premium Longjing 250g',
  })
  const rare = await t.product({
    code: 'RARE',
    title: '𠮷㐂堂普洱🍵熟茶',
    skus: [
      { code: 'RARE', variant: '357g', price: 8_880_000 as never, floorPrice: null, barcodes: [], archived: false },
    ],
  })
  const customerId = await t.customer({ name: '喆记茶行' })
  const lines = [t.item(long.skus[0]?.id ?? 0, 2), t.item(rare.skus[0]?.id ?? 0, 1.5)]
  const basket = { customerId, lines, saleDiscount: off(7.5), roundOff: 'yuan' as const }
  const { total } = await shop.client.orders.price(basket)
  const tenders = [
    { tender: 'cash' as const, amount: yuan(500), received: yuan(600) },
    { tender: 'onAccount' as const, amount: (total - yuan(500)) as never },
  ]
  ;({ id: documentId } = await shop.client.orders.sell({
    ...basket,
    requestId: shop.rid(),
    tenders,
    expectedTotal: total,
    note: '',
  }))
})

const model = () => shop.client.documents.paper({ documentId, paper: 'receipt' })

test('58 mm: 32 half-width characters', async () => {
  expect(asText(layOut(receiptRows(await model(), wordsFor('zh-CN')), 32), 32).join('\n')).toMatchInlineSnapshot(`
    "              小店
               示例路1号
             0571-12345678
    单号: SO-20261121-0001
    日期: 2026-11-21 10:00
    收银员: 店主
    客户: 喆记茶行
    --------------------------------
    数量           单价         金额
    --------------------------------
    特级明前西湖龙井手工炒制铁罐礼盒
    装Premium Longjing 250g
    2 盒         128.00       256.00
    𠮷㐂堂普洱□熟茶 357g
    1.5 盒       888.00     1,332.00
    --------------------------------
    合计                    1,588.00
    优惠                       -7.50
    抹零                       -0.50
    应收                  ￥1,580.00
    现金                      600.00
    赊账                    1,080.00
    找零                      100.00
    上期欠款                    0.00
    累计欠款                1,080.00

               谢谢惠顾□
             七日内凭票退换
           [SO-20261121-0001]
            SO-20261121-0001"
  `)
})

test('80 mm: 48 half-width characters', async () => {
  expect(asText(layOut(receiptRows(await model(), wordsFor('zh-CN')), 48), 48).join('\n')).toMatchInlineSnapshot(`
    "                      小店
                       示例路1号
                     0571-12345678
    单号: SO-20261121-0001
    日期: 2026-11-21 10:00
    收银员: 店主
    客户: 喆记茶行
    ------------------------------------------------
    数量                     单价               金额
    ------------------------------------------------
    特级明前西湖龙井手工炒制铁罐礼盒装Premium
    Longjing 250g
    2 盒                   128.00             256.00
    𠮷㐂堂普洱□熟茶 357g
    1.5 盒                 888.00           1,332.00
    ------------------------------------------------
    合计                                    1,588.00
    优惠                                       -7.50
    抹零                                       -0.50
    应收                                  ￥1,580.00
    现金                                      600.00
    赊账                                    1,080.00
    找零                                      100.00
    上期欠款                                    0.00
    累计欠款                                1,080.00

                       谢谢惠顾□
                     七日内凭票退换
                   [SO-20261121-0001]
                    SO-20261121-0001"
  `)
})

test('a reprint in English says so', async () => {
  const text = asText(layOut(receiptRows(await model(), wordsFor('en'), 2), 42), 42)
  expect(text.map((line) => line.trim())).toContain('Reprint 2')
  expect(text.find((line) => line.startsWith('Due'))).toMatch(/￥1,580\.00$/)
})

test('a return prints what is given back as a positive sum', async () => {
  const { lines } = await shop.client.documents.get({ documentId })
  const line = { kind: 'linked' as const, originalLineId: lines[0]?.id ?? 0, quantity: pieces(1) }
  const { customerId } = await shop.client.documents.get({ documentId })
  const back = await trade(shop).takeBack([line], { customerId, tender: 'onAccount' })
  const paper = await shop.client.documents.paper({ documentId: back.id, paper: PAPERS[0] })
  const text = asText(layOut(receiptRows(paper, wordsFor('zh-CN')), 48), 48).join('\n')
  expect(text).toContain('退货单')
  expect(text).toMatch(/退款 +￥12\d\.\d\d/)
})

test('the printer gets just these lines, no wider than its paper', async () => {
  for (const columns of [32, 42, 48] as const) {
    const lines = layOut(receiptRows(await model(), wordsFor('zh-CN')), columns)
    const { lines: onPaper, unknown, cuts } = readPaper(encodeLines(lines, { cuts: true }))
    expect({ unknown, cuts }).toEqual({ unknown: [], cuts: 1 })
    const plain = asText(lines, columns).map((line) => line.trim().replace(/ +/g, ' '))
    expect(onPaper.map((line) => line.trim().replace(/ +/g, ' ')).slice(0, plain.length)).toEqual(plain)
    for (const line of asText(lines, columns))
      expect(cellsOf(line.replace(/^ +/, '')), line).toBeLessThanOrEqual(columns)
  }
})
