import { expect, test } from 'vitest'
import { aShop } from '../../testing/a-shop.ts'
import { at, pieces, trade } from '../../testing/trade.ts'

test('who delivered stays from those who may not see cost', async () => {
  const shop = aShop()
  const t = trade(shop)
  const skuId = await t.stocked('TEA-01', 0)
  const lines = [{ skuId, quantity: pieces(1), unitCost: at(60) }]
  const delivery = { requestId: shop.rid(), kind: 'goodsReceived' as const, supplier: '茶厂', note: '', lines }
  const { id: documentId, reason } = await shop.client.stock.receive(delivery)
  expect(reason).toBe('茶厂')
  const clerk = shop.as('clerk')
  const seen = [await clerk.documents.get({ documentId }), await clerk.stock.movements({ skuId })]
  expect(JSON.stringify(seen)).not.toContain('茶厂')
})

test('a paper shows phone and address in full only to who may reveal them, prints them, and is recorded', async () => {
  const shop = aShop()
  const t = trade(shop)
  const skuId = await t.stocked('TEA-01', 1)
  const facts = {
    code: '',
    name: '批发客户',
    note: '',
    creditLimit: null,
    phone: '13800000001',
    address: '示例市示例路 1 号',
  }
  const { id: customerId } = await shop.client.customers.create({ requestId: shop.rid(), ...facts })
  const { id: documentId } = await t.sell([t.item(skuId, 1)], { customerId, tender: 'bankTransfer' })
  const paper = 'packingSlip' as const
  const clerk = shop.as('clerk')
  for (const client of [shop.client, clerk]) {
    const { party } = await client.documents.paper({ documentId, paper })
    expect(party).toMatchObject({ phone: '138****0001' })
    expect(party?.address).not.toContain('1 号')
  }
  const full = await shop.client.documents.printFull({ requestId: shop.rid(), documentId, paper })
  expect(full.party).toMatchObject({ phone: facts.phone, address: facts.address })
  const [line] = (await shop.client.audit.list({ limit: 1 })).rows
  expect(line).toMatchObject({
    name: 'documents.printFull',
    refs: { document: documentId, paper, customer: customerId },
  })
  const asked = clerk.documents.printFull({ requestId: shop.rid(), documentId, paper })
  await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a receipt, which lies about, never carries phone and address in full', async () => {
  const shop = aShop()
  const t = trade(shop)
  const skuId = await t.stocked('TEA-01', 1)
  const facts = { code: '', name: '客户', note: '', creditLimit: null, phone: '13800000001', address: '示例路 1 号' }
  const { id: customerId } = await shop.client.customers.create({ requestId: shop.rid(), ...facts })
  const { id: documentId } = await t.sell([t.item(skuId, 1)], { customerId, tender: 'bankTransfer' })
  const { party } = await shop.client.documents.printFull({ requestId: shop.rid(), documentId, paper: 'receipt' })
  expect(party).toEqual({ name: '客户', phone: '138****0001', address: '' })
})
