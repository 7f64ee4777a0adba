import { expect, test } from 'vitest'
import { MOST_PAPERS } from '../../../contract/documents.ts'
import { aShop } from '../../testing/a-shop.ts'
import { trade } from '../../testing/trade.ts'

async function aShopWithSales(count: number) {
  const shop = aShop()
  const t = trade(shop)
  const skuId = await t.stocked('TEA-01', count)
  const facts = {
    code: '',
    name: '批发客户',
    note: '',
    creditLimit: null,
    phone: '13800000001',
    address: '示例路 1 号',
  }
  const { id: customerId } = await shop.client.customers.create({ requestId: shop.rid(), ...facts })
  const ids: number[] = []
  for (let sold = 0; sold < count; sold += 1)
    ids.push((await t.sell([t.item(skuId, 1)], { customerId, tender: 'bankTransfer' })).id)
  return { shop, ids }
}

test('papers of several documents come in the order asked for, each as it would alone', async () => {
  const { shop, ids } = await aShopWithSales(3)
  const documentIds = [ids[1]!, ids[2]!, ids[0]!]
  for (const paper of ['salesDocument', 'packingSlip'] as const) {
    const together = await shop.client.documents.papers({ documentIds, paper })
    const alone = documentIds.map((documentId) => shop.client.documents.paper({ documentId, paper }))
    expect(together).toEqual(await Promise.all(alone))
    expect(together[0]?.party).toMatchObject({ phone: '138****0001' })
  }
})

test('a clerk may ask for them too; none, too many, and what is not there are refused', async () => {
  const { shop, ids } = await aShopWithSales(1)
  const papers = (documentIds: number[]) =>
    shop.as('clerk').documents.papers({ documentIds, paper: 'salesDocument' as const })
  expect(await papers(ids)).toHaveLength(1)
  for (const wrong of [[], Array.from({ length: MOST_PAPERS + 1 }, () => ids[0]!)])
    await expect(papers(wrong)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  await expect(papers([...ids, 999_999])).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
})
