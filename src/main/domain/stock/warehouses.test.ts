import { expect, test } from 'vitest'
import { checkShop } from '../audit/check.ts'
import { aShop } from '../../testing/a-shop.ts'
import { at, pieces, trade, yuan } from '../../testing/trade.ts'

async function twoWarehouses() {
  const shop = aShop()
  const { client, rid } = shop
  const [main] = await client.warehouses.list({})
  const back = await client.warehouses.save({ requestId: rid(), name: '后仓' })
  const transfer = (skuId: number, count: number, over: { fromId?: number; toId?: number; unit?: string } = {}) =>
    client.stock.transfer({
      ...{ requestId: rid(), fromId: back.id, toId: main?.id ?? 0, note: '' },
      lines: [{ skuId, quantity: pieces(count), unit: over.unit }],
      ...(over.fromId !== undefined && { fromId: over.fromId }),
      ...(over.toId !== undefined && { toId: over.toId }),
    })
  const receive = (skuId: number, count: number, cost: number, warehouseId = back.id) =>
    client.stock.receive({
      ...{ requestId: rid(), kind: 'goodsReceived' as const, supplier: '', note: '', warehouseId },
      lines: [{ skuId, quantity: pieces(count), unitCost: at(cost) }],
    })
  const onHand = async (skuId: number) =>
    (await client.stock.level({ skuId })).warehouses.map((warehouse) => warehouse.onHand / 1_000)
  return { ...shop, ...trade(shop), back, transfer, receive, onHand }
}

test('a new shop has one warehouse, which is the shop itself', async () => {
  const { client } = aShop()
  expect(await client.warehouses.list({})).toEqual([{ id: 1, name: '', isMain: true, archived: false }])
})

test('goods lie where they were taken in, and are worth what all of them cost', async () => {
  const shop = await twoWarehouses()
  const skuId = await shop.stocked('TEA-01', 10, { cost: 60 })
  await shop.receive(skuId, 10, 80)
  expect(await shop.client.stock.level({ skuId })).toMatchObject({
    ...{ onHand: pieces(20), value: yuan(1_400), unitCost: at(70) },
    warehouses: [
      { id: 1, name: '', onHand: pieces(10) },
      { id: shop.back.id, name: '后仓', onHand: pieces(10) },
    ],
  })
})

test('a transfer moves pieces and no value, in the unit that was said', async () => {
  const shop = await twoWarehouses()
  const skuId = await shop.stocked('TEA-01', 2, { cost: 60 })
  await shop.receive(skuId, 10, 60)
  const paper = await shop.transfer(skuId, 4)
  expect(paper).toMatchObject({ kind: 'stockTransfer', warehouse: '后仓', toWarehouse: '', cost: 0, total: 0 })
  expect(paper.number).toMatch(/^TR-/)
  expect(await shop.onHand(skuId)).toEqual([6, 6])
  expect(await shop.client.stock.level({ skuId })).toMatchObject({ onHand: pieces(12), value: yuan(720) })
  const { rows } = await shop.client.stock.movements({ skuId })
  expect(rows.slice(0, 2)).toMatchObject([
    { kind: 'stockTransfer', warehouse: '', quantity: pieces(4), balance: pieces(6), value: 0 },
    { kind: 'stockTransfer', warehouse: '后仓', quantity: pieces(-4), balance: pieces(6), value: 0 },
  ])
})

test('more than lies there is not transferred, and nothing of the paper is booked', async () => {
  const shop = await twoWarehouses()
  const skuId = await shop.stocked('TEA-01', 5)
  await shop.receive(skuId, 3, 60)
  await expect(shop.transfer(skuId, 4)).rejects.toMatchObject({
    ...{ code: 'STOCK_SHORT', data: { title: '龙井茶 250g', available: pieces(3), unit: '盒' } },
  })
  expect(await shop.onHand(skuId)).toEqual([5, 3])
})

test('from a warehouse to itself, to one that is gone, or of a service, nothing goes', async () => {
  const shop = await twoWarehouses()
  const skuId = await shop.stocked('TEA-01', 5)
  await expect(shop.transfer(skuId, 1, { fromId: 1, toId: 1 })).rejects.toMatchObject({ code: 'SAME_WAREHOUSE' })
  await expect(shop.transfer(skuId, 1, { fromId: 1, toId: 99 })).rejects.toMatchObject({ code: 'WAREHOUSE_NOT_FOUND' })
  const cut = { code: 'CUT', variant: '', price: at(30), floorPrice: null, barcodes: [], archived: false }
  const made = await shop.product({ code: 'CUT', kind: 'service', skus: [cut] })
  await expect(shop.transfer(made.skus[0]?.id ?? 0, 1)).rejects.toMatchObject({ code: 'STOCK_NOT_KEPT' })
})

test('the counter sells from the main warehouse, whatever lies elsewhere, and into its negative', async () => {
  const shop = await twoWarehouses()
  await shop.openShift()
  const skuId = await shop.stocked('TEA-01', 1, { cost: 60 })
  await shop.receive(skuId, 9, 60)
  const { lines } = await shop.client.orders.price({
    ...{ customerId: null, saleDiscount: null, roundOff: 'none' },
    lines: [shop.item(skuId, 3)],
  })
  expect(lines[0]?.left).toBe(pieces(-2))
  const sold = await shop.sell([shop.item(skuId, 3)])
  expect(sold.cost).toBe(yuan(180))
  expect(await shop.onHand(skuId)).toEqual([-2, 9])
  expect((await shop.client.products.list({ stock: 'negative' })).rows.map((row) => row.onHand)).toEqual([pieces(7)])
  await shop.client.warehouses.makeMain({ requestId: shop.rid(), warehouseId: shop.back.id })
  await shop.sell([shop.item(skuId, 3)])
  expect(await shop.onHand(skuId)).toEqual([-2, 6])
})

test('names are unique among the warehouses in use', async () => {
  const { client, rid, back } = await twoWarehouses()
  await expect(client.warehouses.save({ requestId: rid(), name: '后仓' })).rejects.toMatchObject({
    ...{ code: 'WAREHOUSE_NAME_TAKEN', data: { name: '后仓' } },
  })
  await client.warehouses.archive({ requestId: rid(), warehouseId: back.id, archived: true })
  const again = await client.warehouses.save({ requestId: rid(), name: '后仓' })
  await expect(
    client.warehouses.archive({ requestId: rid(), warehouseId: back.id, archived: false }),
  ).rejects.toMatchObject({ code: 'WAREHOUSE_NAME_TAKEN' })
  expect(await client.warehouses.save({ requestId: rid(), warehouseId: again.id, name: '二楼' })).toMatchObject({
    name: '二楼',
  })
})

test('the main warehouse and one with goods in it stay', async () => {
  const shop = await twoWarehouses()
  const { client, rid, back } = shop
  const skuId = await shop.stocked('TEA-01', 0)
  await shop.receive(skuId, 2, 60)
  const archive = (warehouseId: number) => client.warehouses.archive({ requestId: rid(), warehouseId, archived: true })
  await expect(archive(back.id)).rejects.toMatchObject({ code: 'WAREHOUSE_NOT_EMPTY', data: { count: 1 } })
  await expect(archive(1)).rejects.toMatchObject({ code: 'WAREHOUSE_IS_MAIN' })
  await shop.transfer(skuId, 2)
  expect(await archive(back.id)).toMatchObject({ archived: true })
  expect(await shop.onHand(skuId)).toEqual([2])
  await expect(shop.receive(skuId, 1, 60)).rejects.toMatchObject({ code: 'WAREHOUSE_NOT_FOUND' })
  await expect(client.warehouses.makeMain({ requestId: rid(), warehouseId: back.id })).rejects.toMatchObject({
    code: 'WAREHOUSE_NOT_FOUND',
  })
})

test('the check sees a transfer that did not arrive, or arrived elsewhere', async () => {
  const shop = await twoWarehouses()
  const skuId = await shop.stocked('TEA-01', 0)
  await shop.receive(skuId, 3, 60)
  await shop.transfer(skuId, 2)
  expect(checkShop(shop).filter(({ holds }) => !holds)).toEqual([])
  shop.sqlite.exec('drop trigger stock_movements_no_update')
  shop.sqlite.exec(
    `update stock_movements set warehouse_id = 1 - warehouse_id + ${String(shop.back.id)} where kind = 'stockTransfer'`,
  )
  expect(
    checkShop(shop)
      .filter(({ holds }) => !holds)
      .map(({ name }) => name),
  ).toContain('linesEqualMovements')
  shop.sqlite.exec(`drop trigger stock_movements_no_delete; delete from stock_movements where kind = 'stockTransfer'`)
  expect(
    checkShop(shop)
      .filter(({ holds }) => !holds)
      .map(({ name }) => name),
  ).toContain('linesEqualMovements')
})

test('at the counter a list says what lies there, not what lies elsewhere', async () => {
  const shop = await twoWarehouses()
  const skuId = await shop.stocked('TEA-01', 1)
  await shop.receive(skuId, 9, 60)
  const { rows } = await shop.client.products.list({ search: 'TEA-01' })
  expect(rows).toMatchObject([{ skuId, onHand: pieces(10), atCounter: pieces(1) }])
})
