/** The statements of the hand-written version, prepared once. */
import type Database from 'better-sqlite3'

interface Sku {
  readonly code: string
  readonly variant: string
  readonly price: number
  readonly archivedAt: number | null
  readonly title: string
  readonly kind: string
  readonly unit: string
  readonly taxRate: number
}

interface Customer {
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly owed: number | null
}

export function statementsFor(sqlite: Database.Database) {
  return {
    begin: sqlite.prepare('BEGIN IMMEDIATE'),
    commit: sqlite.prepare('COMMIT'),
    rollback: sqlite.prepare('ROLLBACK'),
    permissions: sqlite
      .prepare<[number], string>(
        `SELECT permissions FROM staff JOIN roles ON roles.key = staff.role WHERE staff.id = ? AND archived_at IS NULL`,
      )
      .pluck(),
    earlier: sqlite.prepare<[string]>('SELECT actor, input_hash, refs FROM commands WHERE request_id = ?'),
    customer: sqlite.prepare<[number], Customer>(
      `SELECT name, phone, address, owed FROM customers LEFT JOIN customer_accounts ON customer_id = customers.id
       WHERE customers.id = ? AND archived_at IS NULL`,
    ),
    sku: sqlite.prepare<[number], Sku>(
      `SELECT skus.code, variant, price, skus.archived_at AS archivedAt, title, kind, base_unit AS unit, tax_rate AS taxRate
       FROM skus JOIN products ON products.id = skus.product_id WHERE skus.id = ?`,
    ),
    level: sqlite
      .prepare<[number, number], number>('SELECT on_hand FROM stock_levels WHERE sku_id = ? AND warehouse_id = ?')
      .pluck(),
    saveLevel: sqlite.prepare(
      `INSERT INTO stock_levels (sku_id, warehouse_id, on_hand) VALUES (?, ?, ?)
       ON CONFLICT (sku_id, warehouse_id) DO UPDATE SET on_hand = excluded.on_hand`,
    ),
    value: sqlite.prepare<[number], { onHand: number; value: number; lastCost: number }>(
      `SELECT on_hand AS onHand, value, last_cost AS lastCost FROM stock_values WHERE sku_id = ?`,
    ),
    saveValue: sqlite.prepare(
      `INSERT INTO stock_values (sku_id, on_hand, value, last_cost) VALUES (?, ?, ?, ?)
       ON CONFLICT (sku_id)
       DO UPDATE SET on_hand = excluded.on_hand, value = excluded.value, last_cost = excluded.last_cost`,
    ),
    nextNumber: sqlite
      .prepare<[string, string], number>(
        `INSERT INTO number_series (series, business_day, last) VALUES (?, ?, 1)
         ON CONFLICT (series, business_day) DO UPDATE SET last = last + 1 RETURNING last`,
      )
      .pluck(),
    document: sqlite.prepare(
      `INSERT INTO documents (uid, kind, number, state, payment_state, customer_id, party, shop_profile_id, staff_id,
         channel, prices_include_tax, first_title, line_count, subtotal, discount_total, round_off, total, tax, cost, paid,
         owed_before, reason, note, recorded_at, business_day)
       VALUES (?, 'sale', ?, 'completed', 'paid', ?, ?, ?, ?, 'counter', 1, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, '', '', ?, ?)`,
    ),
    line: sqlite.prepare(
      `INSERT INTO document_lines (document_id, position, kind, sku_id, code, title, variant, unit, factor, quantity,
         base_quantity, unit_price, price_from, gross, line_discount, discount_share, amount, tax_rate, tax, cost)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1000, ?, ?, ?, 'list', ?, 0, 0, ?, ?, ?, ?)`,
    ),
    movement: sqlite.prepare(
      `INSERT INTO stock_movements (sku_id, warehouse_id, kind, document_id, line_id, quantity, value, balance,
         recorded_at, business_day) VALUES (?, ?, 'sale', ?, ?, ?, ?, ?, ?, ?)`,
    ),
    openShift: sqlite.prepare<[], number>('SELECT id FROM shifts WHERE closed_at IS NULL').pluck(),
    payment: sqlite.prepare(
      `INSERT INTO payments (document_id, tender, amount, received, change, shift_id, staff_id, recorded_at, business_day)
       VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?)`,
    ),
    lastIssued: sqlite
      .prepare<[], number>('SELECT recorded_at FROM documents WHERE id = (SELECT max(id) FROM documents)')
      .pluck(),
    lastCommand: sqlite.prepare<[], { seq: number; hash: Buffer }>(
      'SELECT seq, hash FROM commands ORDER BY seq DESC LIMIT 1',
    ),
    command: sqlite.prepare(
      `INSERT INTO commands (seq, request_id, input_hash, actor, device, name, refs, recorded_at, business_day, digest, hash)
       VALUES (?, ?, ?, ?, ?, 'orders.sell', ?, ?, ?, ?, ?)`,
    ),
    payload: sqlite.prepare('INSERT INTO command_payloads (seq, salt, payload) VALUES (?, ?, ?)'),
  }
}
