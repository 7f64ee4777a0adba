/**
 * The same rows by hand: better-sqlite3, statements prepared once, plain numbers, and only the reads that a careful version
 * needs: who asks and what they may, whether this was asked before, the goods, their levels, the customer, the open shift
 * and the end of the audit chain; and the last document, for the clock.
 */
import { hash, randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'
import { monotonicFactory } from 'ulid'
import { statementsFor } from './raw-statements.ts'
import type { Order } from './orders.ts'

export interface RawShop {
  readonly sqlite: Database.Database
  readonly staffId: number
  readonly shopProfileId: number
  readonly warehouseId: number
  readonly businessDay: string
  now(): number
}

export function placeByHand(shop: RawShop): (order: Order) => { id: number; number: string } {
  const { sqlite, staffId } = shop
  const run = statementsFor(sqlite)
  const uid = monotonicFactory()

  function place(order: Order, payload: string): { id: number; number: string } {
    const now = shop.now()
    const day = shop.businessDay
    const permissions = JSON.parse(run.permissions.get(staffId) ?? '[]') as string[]
    if (!permissions.includes('sales.sell')) throw new Error('forbidden')
    if (run.earlier.get(order.requestId)) throw new Error('asked before')
    if (now < (run.lastIssued.get() ?? 0) - 60_000) throw new Error('the clock went back')
    const buyer = order.customerId === null ? undefined : run.customer.get(order.customerId)
    if (order.customerId !== null && !buyer) throw new Error('no such customer')
    const lines = order.lines.map((line) => takeOut(line))
    const total = lines.reduce((sum, { amount }) => sum + amount, 0)
    if (total !== order.total) throw new Error('the total changed')
    const tax = lines.reduce((sum, line) => sum + line.tax, 0)
    const cost = lines.reduce((sum, line) => sum + line.cost, 0)
    const counter = run.nextNumber.get('SO', day) ?? 0
    const number = `SO-${day.replaceAll('-', '')}-${String(counter).padStart(4, '0')}`
    const party = buyer ? JSON.stringify({ name: buyer.name, phone: buyer.phone, address: buyer.address }) : null
    const owedBefore = buyer ? (buyer.owed ?? 0) : null
    const id = Number(
      run.document.run(
        uid(now),
        number,
        order.customerId,
        party,
        shop.shopProfileId,
        staffId,
        lines[0]?.title ?? '',
        lines.length,
        total,
        total,
        tax,
        cost,
        total,
        owedBefore,
        now,
        day,
      ).lastInsertRowid,
    )
    lines.forEach((line, at) => {
      const { skuId, code, title, variant, unit, quantity, price, amount, taxRate, value, onHand } = line
      const lineId = run.line.run(
        id,
        at + 1,
        line.kind,
        skuId,
        code,
        title,
        variant,
        unit,
        quantity,
        quantity,
        price,
        amount,
        amount,
        taxRate,
        line.tax,
        line.cost,
      ).lastInsertRowid
      run.movement.run(skuId, shop.warehouseId, id, lineId, -quantity, value, onHand, now, day)
    })
    const shiftId = run.openShift.get() ?? null
    if (order.tender === 'cash' && shiftId === null) throw new Error('no open shift')
    run.payment.run(id, order.tender, total, total, shiftId, staffId, now, day)
    record(order, payload, id, now, day)
    return { id, number }
  }

  function takeOut({ skuId, quantity }: Order['lines'][number]) {
    const sku = run.sku.get(skuId)
    if (!sku || sku.archivedAt !== null) throw new Error('no such goods')
    const amount = Math.round((quantity * sku.price) / 100_000)
    const tax = Math.round((amount * sku.taxRate) / (10_000 + sku.taxRate))
    const all = run.value.get(skuId) ?? { onHand: 0, value: 0, lastCost: 0 }
    const { out, lastCost } = costOf(all, quantity)
    const onHand = (run.level.get(skuId, shop.warehouseId) ?? 0) - quantity
    run.saveLevel.run(skuId, shop.warehouseId, onHand)
    run.saveValue.run(skuId, all.onHand - quantity, all.value - out, lastCost)
    return { ...sku, skuId, quantity, amount, tax, cost: out, value: -out, onHand }
  }

  function record(order: Order, payload: string, document: number, now: number, day: string): void {
    const last = run.lastCommand.get() ?? { seq: 0, hash: Buffer.alloc(32) }
    const seq = last.seq + 1
    const salt = randomBytes(16)
    const digest = hash('sha256', Buffer.concat([salt, Buffer.from(payload)]), 'buffer')
    const refs = order.customerId === null ? { document } : { document, customer: order.customerId }
    const said = JSON.stringify([seq, staffId, 'orders.sell', refs, null, now])
    const link = hash('sha256', Buffer.concat([last.hash, digest, Buffer.from(said)]), 'buffer')
    const inputHash = hash('sha256', `orders.sell\n${payload}`, 'buffer')
    run.command.run(seq, order.requestId, inputHash, staffId, 'test', JSON.stringify(refs), now, day, digest, link)
    run.payload.run(seq, salt, payload)
  }

  return (order) => {
    const payload = payloadOf(order)
    run.begin.run()
    try {
      const placed = place(order, payload)
      run.commit.run()
      return placed
    } catch (error) {
      run.rollback.run()
      throw error
    }
  }
}

interface Level {
  readonly onHand: number
  readonly value: number
  readonly lastCost: number
}

/** Moving average; what is not there leaves at the last known cost. */
function costOf({ onHand, value, lastCost }: Level, count: number): { out: number; lastCost: number } {
  const there = Math.max(0, Math.min(onHand, count))
  const known = onHand > 0 && count >= onHand ? Math.round((value * 100_000) / onHand) : lastCost
  const covered = there === 0 ? 0 : there === onHand ? value : Math.round((value * there) / onHand)
  return { out: covered + Math.round(((count - there) * known) / 100_000), lastCost: known }
}

function payloadOf({ customerId, lines, tender, total }: Order): string {
  return JSON.stringify({
    customerId,
    lines: lines.map((line) => ({ kind: 'item', ...line })),
    saleDiscount: null,
    roundOff: 'none',
    tenders: [{ tender, amount: total }],
    expectedTotal: total,
    note: '',
    channel: 'counter',
  })
}
