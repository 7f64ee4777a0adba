-- The first shop: staff, products, customers, stock, documents, payments, the drawer and the audit line.

CREATE TABLE shop_profiles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  profile TEXT NOT NULL CHECK (json_valid(profile)),
  recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE shop (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL,
  epoch TEXT NOT NULL,
  trade TEXT NOT NULL,
  currency TEXT NOT NULL,
  currency_decimals INTEGER NOT NULL CHECK (currency_decimals BETWEEN 0 AND 4),
  profile_id INTEGER NOT NULL REFERENCES shop_profiles (id),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE roles (
  key TEXT PRIMARY KEY,
  permissions TEXT NOT NULL CHECK (json_valid(permissions))
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  role TEXT NOT NULL REFERENCES roles (key),
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX staff_by_name ON staff (name_key) WHERE archived_at IS NULL;

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  device TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_staff ON sessions (staff_id);

CREATE TABLE sign_in_failures (
  name_key TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE warehouses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE products (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('goods', 'service')),
  category TEXT NOT NULL,
  base_unit TEXT NOT NULL,
  tax_rate INTEGER NOT NULL CHECK (tax_rate BETWEEN 0 AND 10000),
  created_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX products_by_code ON products (code) WHERE archived_at IS NULL;
CREATE INDEX products_services ON products (id) WHERE kind = 'service';

CREATE TABLE product_units (
  product_id INTEGER NOT NULL REFERENCES products (id),
  name TEXT NOT NULL,
  factor INTEGER NOT NULL CHECK (factor > 0),
  PRIMARY KEY (product_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE skus (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  product_id INTEGER NOT NULL REFERENCES products (id),
  code TEXT NOT NULL,
  variant TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price >= 0),
  floor_price INTEGER CHECK (floor_price BETWEEN 0 AND price),
  archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX skus_by_code ON skus (code) WHERE archived_at IS NULL;
CREATE INDEX skus_by_product ON skus (product_id);
CREATE INDEX skus_archived ON skus (id) WHERE archived_at IS NOT NULL;

CREATE TABLE barcodes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sku_id INTEGER NOT NULL REFERENCES skus (id),
  barcode TEXT NOT NULL,
  unit TEXT NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX barcodes_by_code ON barcodes (barcode) WHERE archived_at IS NULL;
CREATE INDEX barcodes_by_sku ON barcodes (sku_id);

-- Words that we split and fold ourselves, hence the plainest tokenizer; one row per SKU under its id.
CREATE VIRTUAL TABLE product_search USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3', detail = none
);

CREATE TABLE customers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL,
  credit_limit INTEGER CHECK (credit_limit >= 0),
  created_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX customers_by_code ON customers (code) WHERE archived_at IS NULL AND code <> '';
CREATE INDEX customers_archived ON customers (id) WHERE archived_at IS NOT NULL;

CREATE VIRTUAL TABLE customer_search USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3', detail = none
);

CREATE TABLE number_series (
  series TEXT NOT NULL,
  business_day TEXT NOT NULL,
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (series, business_day)
) STRICT, WITHOUT ROWID;

-- Numbers that were given in a file that was left behind by a restore, and are skipped here.
CREATE TABLE number_gaps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  series TEXT NOT NULL,
  business_day TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= first),
  reason TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;

-- Sums are signed as the shop's income; a return's are negative.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'customerReturn', 'adjustment', 'goodsReceived', 'openingStock')),
  number TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  payment_state TEXT NOT NULL CHECK (
    payment_state IN ('unpaid', 'partPaid', 'paid', 'onAccount', 'refunded', 'none')
  ),
  customer_id INTEGER REFERENCES customers (id),
  party TEXT CHECK (json_valid(party)),
  shop_profile_id INTEGER NOT NULL REFERENCES shop_profiles (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
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
  CHECK (total = subtotal - discount_total - round_off + iif(prices_include_tax, 0, tax))
) STRICT;
CREATE UNIQUE INDEX documents_by_channel_number ON documents (channel_number, channel, kind)
  WHERE channel_number IS NOT NULL;
-- The longest first: of two that seem equally good, SQLite takes the earlier.
CREATE INDEX documents_by_kind_payment ON documents (kind, payment_state, business_day, id);
CREATE INDEX documents_by_day ON documents (business_day, id);
CREATE INDEX documents_by_kind ON documents (kind, business_day, id);
CREATE INDEX documents_by_payment ON documents (payment_state, business_day, id);
-- Kind and payment at its end, so that a filter on them needs no look at the documents that it drops.
CREATE INDEX documents_by_customer ON documents (customer_id, business_day, id, kind, payment_state)
  WHERE customer_id IS NOT NULL;

CREATE TABLE document_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('goods', 'service', 'discount')),
  sku_id INTEGER REFERENCES skus (id),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  variant TEXT NOT NULL,
  unit TEXT NOT NULL,
  factor INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  base_quantity INTEGER NOT NULL,
  unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
  price_from TEXT NOT NULL,
  gross INTEGER NOT NULL,
  line_discount INTEGER NOT NULL,
  discount_share INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  tax_rate INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  original_line_id INTEGER REFERENCES document_lines (id),
  UNIQUE (document_id, position),
  CHECK (amount = gross - line_discount - discount_share)
) STRICT;
CREATE INDEX document_lines_by_original ON document_lines (original_line_id) WHERE original_line_id IS NOT NULL;

CREATE TABLE stock_movements (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  sku_id INTEGER NOT NULL REFERENCES skus (id),
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  kind TEXT NOT NULL CHECK (
    kind IN ('sale', 'customerReturn', 'adjustment', 'goodsReceived', 'openingStock', 'costCorrection')
  ),
  document_id INTEGER NOT NULL REFERENCES documents (id),
  line_id INTEGER NOT NULL REFERENCES document_lines (id),
  quantity INTEGER NOT NULL,
  value INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  corrects INTEGER REFERENCES stock_movements (seq),
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  CHECK (quantity <> 0 OR kind = 'costCorrection')
) STRICT;
CREATE INDEX stock_movements_by_sku ON stock_movements (sku_id, seq);

-- A summary of the movements, written in the same transaction. last_cost is per base unit, 1/10,000.
CREATE TABLE stock_levels (
  sku_id INTEGER NOT NULL REFERENCES skus (id),
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  on_hand INTEGER NOT NULL,
  value INTEGER NOT NULL,
  last_cost INTEGER NOT NULL,
  PRIMARY KEY (sku_id, warehouse_id),
  CHECK (on_hand <> 0 OR value = 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_levels_negative ON stock_levels (sku_id) WHERE on_hand < 0;

CREATE TABLE shifts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  business_day TEXT NOT NULL,
  opened_by INTEGER NOT NULL REFERENCES staff (id),
  opened_at INTEGER NOT NULL,
  float INTEGER NOT NULL CHECK (float >= 0),
  closed_by INTEGER REFERENCES staff (id),
  closed_at INTEGER,
  counted INTEGER CHECK (counted >= 0),
  expected INTEGER,
  note TEXT NOT NULL,
  CHECK ((closed_at IS NULL) = (counted IS NULL) AND (closed_at IS NULL) = (expected IS NULL))
) STRICT;
CREATE UNIQUE INDEX shifts_one_open ON shifts (closed_at IS NULL) WHERE closed_at IS NULL;

CREATE TABLE cash_movements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  shift_id INTEGER NOT NULL REFERENCES shifts (id),
  kind TEXT NOT NULL CHECK (kind IN ('payIn', 'payOut')),
  amount INTEGER NOT NULL,
  reason TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  CHECK ((kind = 'payIn') = (amount > 0))
) STRICT;
CREATE INDEX cash_movements_by_shift ON cash_movements (shift_id);

CREATE TABLE payments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  tender TEXT NOT NULL CHECK (tender IN ('cash', 'wechat', 'alipay', 'card', 'bankTransfer', 'onAccount')),
  amount INTEGER NOT NULL,
  received INTEGER NOT NULL,
  change INTEGER NOT NULL,
  shift_id INTEGER REFERENCES shifts (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  CHECK (amount = received - change),
  CHECK (tender <> 'cash' OR shift_id IS NOT NULL)
) STRICT;
CREATE INDEX payments_by_document ON payments (document_id);
CREATE INDEX payments_by_shift ON payments (shift_id, tender, amount) WHERE shift_id IS NOT NULL;

CREATE TABLE account_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  document_id INTEGER NOT NULL REFERENCES documents (id),
  amount INTEGER NOT NULL,
  owed_after INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL
) STRICT;
CREATE INDEX account_entries_by_customer ON account_entries (customer_id, id);

-- A summary of the account entries, written in the same transaction.
CREATE TABLE customer_accounts (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
  owed INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_accounts_owing ON customer_accounts (customer_id) WHERE owed <> 0;

-- The audit line, the idempotency key and the cursor of live changes, in one.
CREATE TABLE commands (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  request_id TEXT NOT NULL UNIQUE,
  input_hash BLOB NOT NULL,
  actor INTEGER REFERENCES staff (id),
  device TEXT NOT NULL,
  name TEXT NOT NULL,
  refs TEXT NOT NULL CHECK (json_valid(refs)),
  refused TEXT,
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  digest BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX commands_by_document ON commands (json_extract(refs, '$.document'))
  WHERE json_extract(refs, '$.document') IS NOT NULL;
CREATE INDEX commands_by_actor ON commands (actor, seq);

-- What was asked, apart from the chain: erasing a person deletes a row here, and the chain still verifies.
CREATE TABLE command_payloads (
  seq INTEGER PRIMARY KEY REFERENCES commands (seq),
  salt BLOB NOT NULL,
  payload TEXT NOT NULL
) STRICT;

CREATE TRIGGER shop_profiles_no_update BEFORE UPDATE ON shop_profiles BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER shop_profiles_no_delete BEFORE DELETE ON shop_profiles BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER document_lines_no_update BEFORE UPDATE ON document_lines BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER document_lines_no_delete BEFORE DELETE ON document_lines BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER stock_movements_no_update BEFORE UPDATE ON stock_movements BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER stock_movements_no_delete BEFORE DELETE ON stock_movements BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER payments_no_update BEFORE UPDATE ON payments BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER payments_no_delete BEFORE DELETE ON payments BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER cash_movements_no_update BEFORE UPDATE ON cash_movements BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER cash_movements_no_delete BEFORE DELETE ON cash_movements BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER account_entries_no_update BEFORE UPDATE ON account_entries BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER account_entries_no_delete BEFORE DELETE ON account_entries BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER number_gaps_no_update BEFORE UPDATE ON number_gaps BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER number_gaps_no_delete BEFORE DELETE ON number_gaps BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER commands_no_update BEFORE UPDATE ON commands BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER commands_no_delete BEFORE DELETE ON commands BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER command_payloads_no_update BEFORE UPDATE ON command_payloads BEGIN SELECT RAISE (ABORT, 'append-only'); END;

-- A closed shift stays as it was counted.
CREATE TRIGGER shifts_no_change_once_closed BEFORE UPDATE ON shifts WHEN old.closed_at IS NOT NULL
  BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER shifts_no_delete BEFORE DELETE ON shifts BEGIN SELECT RAISE (ABORT, 'append-only'); END;

-- A document may move through its states and be paid, and its person can be erased; what it says never changes, and it never
-- goes away.
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER documents_only_state BEFORE UPDATE OF
  id, uid, kind, number, customer_id, shop_profile_id, staff_id, channel, channel_number, prices_include_tax,
  first_title, line_count, subtotal, discount_total, round_off, total, tax, cost, owed_before, reason, note, recorded_at, business_day
ON documents BEGIN SELECT RAISE (ABORT, 'append-only'); END;
