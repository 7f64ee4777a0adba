import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openWriter } from '../../src/main/database/connection.ts'
import { checkShop } from '../../src/main/domain/audit/check.ts'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { aShop } from '../../src/main/testing/a-shop.ts'
import { trade } from '../../src/main/testing/trade.ts'
import { ordersFor } from './orders.ts'
import { placeByPipeline } from './pipeline.ts'
import { placeByHand } from './raw.ts'

const BUSINESS_DAY = '2026-11-21'

/** A shop with a few goods, of which some run out, a customer and an open shift. */
async function aShopToCompare() {
  const shop = aShop()
  const t = trade(shop)
  for (const [at, price] of [128, 59.9, 12.34].entries())
    await t.stocked(`TEA-${at}`, 20, { price, cost: 7.77, taxRate: 300 })
  await t.customer()
  await t.openShift()
  return shop
}

const tables = (sqlite: Database.Database) => {
  const rows = (sql: string) => sqlite.prepare(sql).all()
  return {
    documents: rows('SELECT * FROM documents').map((row) => ({ ...(row as object), uid: '' })),
    lines: rows('SELECT * FROM document_lines'),
    movements: rows('SELECT * FROM stock_movements'),
    levels: rows('SELECT * FROM stock_levels'),
    values: rows('SELECT * FROM stock_values'),
    payments: rows('SELECT * FROM payments'),
    numbers: rows('SELECT * FROM number_series'),
    commands: rows(
      'SELECT seq, request_id, input_hash, actor, device, name, refs, recorded_at, business_day FROM commands',
    ),
    payloads: rows('SELECT seq, payload FROM command_payloads'),
  }
}

test('the hand-written order writes the same rows as the pipeline, and every invariant holds after both', async () => {
  const shop = await aShopToCompare()
  const copy = join(aFolder(), 'shop.db')
  shop.sqlite.prepare('VACUUM INTO ?').run(copy)
  const raw = openWriter(copy)
  const orders = ordersFor(shop.sqlite, 30)
  const place = placeByHand({
    sqlite: raw.sqlite,
    staffId: shop.owner,
    shopProfileId: 1,
    warehouseId: 1,
    businessDay: BUSINESS_DAY,
    now: () => shop.clock.now(),
  })
  for (const order of orders) {
    await placeByPipeline(shop, order)
    place(order)
  }
  expect(tables(raw.sqlite)).toEqual(tables(shop.sqlite))
  expect(shop.rows('SELECT 1 FROM stock_levels WHERE on_hand < 0')).not.toEqual([])
  expect(checkShop(raw).filter(({ holds }) => !holds)).toEqual([])
  raw.close()
})
