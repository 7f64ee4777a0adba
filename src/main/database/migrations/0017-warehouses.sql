-- Many warehouses. What a good is worth is known of all its pieces together, wherever they lie: a transfer moves no value.
CREATE TABLE stock_values (
  sku_id INTEGER PRIMARY KEY REFERENCES skus (id),
  on_hand INTEGER NOT NULL,
  value INTEGER NOT NULL,
  -- Per base unit, 1/10,000.
  last_cost INTEGER NOT NULL,
  CHECK (on_hand <> 0 OR value = 0)
) STRICT;
INSERT INTO stock_values (sku_id, on_hand, value, last_cost)
  SELECT sku_id, sum(on_hand), sum(value), max(last_cost) FROM stock_levels GROUP BY sku_id;
CREATE INDEX stock_values_by_on_hand ON stock_values (on_hand, sku_id);
CREATE INDEX stock_values_by_value ON stock_values (value, sku_id, on_hand);

-- A level counts the pieces in one warehouse.
CREATE TABLE counted_levels (
  sku_id INTEGER NOT NULL REFERENCES skus (id),
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  on_hand INTEGER NOT NULL,
  PRIMARY KEY (sku_id, warehouse_id)
) STRICT, WITHOUT ROWID;
INSERT INTO counted_levels SELECT sku_id, warehouse_id, on_hand FROM stock_levels;
DROP TABLE stock_levels;
ALTER TABLE counted_levels RENAME TO stock_levels;
CREATE INDEX stock_levels_negative ON stock_levels (sku_id) WHERE on_hand < 0;
CREATE INDEX stock_levels_by_warehouse ON stock_levels (warehouse_id, sku_id);

-- The counter sells from the main warehouse. One without a name is the shop itself.
ALTER TABLE warehouses ADD COLUMN is_main INTEGER NOT NULL DEFAULT 0 CHECK (is_main IN (0, 1));
UPDATE warehouses SET is_main = 1 WHERE id = (SELECT min(id) FROM warehouses);
CREATE UNIQUE INDEX warehouses_main ON warehouses (is_main) WHERE is_main = 1;
CREATE UNIQUE INDEX warehouses_by_name ON warehouses (name) WHERE archived_at IS NULL;

-- 调拨 is a document, and moves stock twice. SQLite cannot widen a CHECK, so both tables are made anew (foreign keys are
-- off meanwhile, and checked before the end); their kinds are rows from now on, and the next one needs no such thing.
CREATE TABLE document_kinds (kind TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO document_kinds VALUES
  ('sale'), ('customerReturn'), ('adjustment'), ('goodsReceived'), ('openingStock'), ('debtCollection'),
  ('openingBalance'), ('stockTransfer');
CREATE TABLE movement_kinds (kind TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO movement_kinds VALUES
  ('sale'), ('customerReturn'), ('adjustment'), ('goodsReceived'), ('openingStock'), ('costCorrection'), ('stockTransfer');

DROP TRIGGER documents_only_state;
DROP TRIGGER documents_no_delete;
DROP TRIGGER documents_customer_once;
CREATE TABLE documents_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL REFERENCES document_kinds (kind),
  number TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  payment_state TEXT NOT NULL CHECK (
    payment_state IN ('unpaid', 'partPaid', 'paid', 'onAccount', 'refunded', 'none')
  ),
  customer_id INTEGER REFERENCES customers (id),
  party TEXT CHECK (json_valid(party)),
  shop_profile_id INTEGER NOT NULL REFERENCES shop_profiles (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  -- Who served; NULL is who took the money.
  salesperson_id INTEGER REFERENCES staff (id),
  -- The document that this one takes back as a whole (作废), or that it was exchanged with (换货).
  reverses_id INTEGER REFERENCES documents (id),
  exchanged_with_id INTEGER REFERENCES documents (id),
  channel TEXT NOT NULL,
  channel_number TEXT,
  prices_include_tax INTEGER NOT NULL CHECK (prices_include_tax IN (0, 1)),
  first_title TEXT NOT NULL,
  line_count INTEGER NOT NULL,
  subtotal INTEGER NOT NULL,
  discount_total INTEGER NOT NULL,
  round_off INTEGER NOT NULL,
  total INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  owed_before INTEGER,
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  -- Where its goods moved, where that was said; the other warehouse of a transfer.
  warehouse_id INTEGER REFERENCES warehouses (id),
  to_warehouse_id INTEGER REFERENCES warehouses (id),
  CHECK (total = subtotal - discount_total - round_off + iif(prices_include_tax, 0, tax)),
  CHECK ((kind = 'stockTransfer') = (to_warehouse_id IS NOT NULL))
) STRICT;
INSERT INTO documents_new SELECT *, NULL, NULL FROM documents;
DROP TABLE documents;
ALTER TABLE documents_new RENAME TO documents;
CREATE UNIQUE INDEX documents_by_channel_number ON documents (channel_number, channel, kind)
  WHERE channel_number IS NOT NULL;
CREATE UNIQUE INDEX documents_by_reversed ON documents (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX documents_by_exchange ON documents (exchanged_with_id) WHERE exchanged_with_id IS NOT NULL;
CREATE INDEX documents_by_kind_payment ON documents (kind, payment_state, business_day, id, total);
CREATE INDEX documents_by_day ON documents (business_day, id, kind, total);
CREATE INDEX documents_by_kind ON documents (kind, business_day, id, total);
CREATE INDEX documents_by_payment ON documents (payment_state, business_day, id, kind, total);
CREATE INDEX documents_by_customer ON documents (customer_id, business_day, id, kind, payment_state, total)
  WHERE customer_id IS NOT NULL;
CREATE INDEX documents_by_state ON documents (state, business_day, id) WHERE state <> 'completed';
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER documents_only_state BEFORE UPDATE OF
  id, uid, kind, number, shop_profile_id, staff_id, salesperson_id, reverses_id, exchanged_with_id, channel,
  channel_number, prices_include_tax, first_title, line_count, subtotal, discount_total, round_off, total, tax, cost,
  reason, note, recorded_at, business_day, warehouse_id, to_warehouse_id
ON documents BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER documents_customer_once BEFORE UPDATE OF customer_id, owed_before ON documents
  WHEN old.customer_id IS NOT NULL
  BEGIN SELECT RAISE (ABORT, 'append-only'); END;

DROP TRIGGER stock_movements_no_update;
DROP TRIGGER stock_movements_no_delete;
CREATE TABLE stock_movements_new (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  sku_id INTEGER NOT NULL REFERENCES skus (id),
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  kind TEXT NOT NULL REFERENCES movement_kinds (kind),
  document_id INTEGER NOT NULL REFERENCES documents (id),
  line_id INTEGER NOT NULL REFERENCES document_lines (id),
  quantity INTEGER NOT NULL,
  value INTEGER NOT NULL,
  -- On hand in that warehouse afterwards.
  balance INTEGER NOT NULL,
  corrects INTEGER REFERENCES stock_movements (seq),
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  CHECK (quantity <> 0 OR kind = 'costCorrection')
) STRICT;
INSERT INTO stock_movements_new SELECT * FROM stock_movements;
DROP TABLE stock_movements;
ALTER TABLE stock_movements_new RENAME TO stock_movements;
CREATE INDEX stock_movements_by_sku ON stock_movements (sku_id, seq);
CREATE TRIGGER stock_movements_no_update BEFORE UPDATE ON stock_movements BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER stock_movements_no_delete BEFORE DELETE ON stock_movements BEGIN SELECT RAISE (ABORT, 'append-only'); END;
