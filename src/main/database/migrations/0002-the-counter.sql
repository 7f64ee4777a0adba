-- The counter's whole craft: debts collected, tenders corrected, cash dropped, exchanges, and what an owner wants to know of.
-- SQLite cannot widen a CHECK, so three tables are made anew (foreign keys are off meanwhile, and checked before the end).

DROP TRIGGER documents_only_state;
DROP TRIGGER documents_no_delete;
CREATE TABLE documents_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN (
    'sale', 'customerReturn', 'adjustment', 'goodsReceived', 'openingStock', 'debtCollection', 'openingBalance'
  )),
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
  CHECK (total = subtotal - discount_total - round_off + iif(prices_include_tax, 0, tax))
) STRICT;
INSERT INTO documents_new
SELECT id, uid, kind, number, state, payment_state, customer_id, party, shop_profile_id, staff_id, NULL, NULL, NULL,
  channel, channel_number, prices_include_tax, first_title, line_count, subtotal, discount_total, round_off, total, tax,
  cost, paid, owed_before, reason, note, recorded_at, business_day
FROM documents;
DROP TABLE documents;
ALTER TABLE documents_new RENAME TO documents;
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
CREATE UNIQUE INDEX documents_by_reversed ON documents (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX documents_by_exchange ON documents (exchanged_with_id) WHERE exchanged_with_id IS NOT NULL;
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER documents_only_state BEFORE UPDATE OF
  id, uid, kind, number, shop_profile_id, staff_id, salesperson_id, reverses_id, exchanged_with_id, channel,
  channel_number, prices_include_tax, first_title, line_count, subtotal, discount_total, round_off, total, tax, cost,
  reason, note, recorded_at, business_day
ON documents BEGIN SELECT RAISE (ABORT, 'append-only'); END;
-- A forgotten member is added once; nobody's sale becomes another's.
CREATE TRIGGER documents_customer_once BEFORE UPDATE OF customer_id, owed_before ON documents
  WHEN old.customer_id IS NOT NULL
  BEGIN SELECT RAISE (ABORT, 'append-only'); END;

ALTER TABLE document_lines ADD COLUMN salesperson_id INTEGER REFERENCES staff (id);
-- Why it was given away (赠品); NULL for what was sold.
ALTER TABLE document_lines ADD COLUMN gift_reason TEXT CHECK (gift_reason <> '');

DROP TRIGGER payments_no_update;
DROP TRIGGER payments_no_delete;
CREATE TABLE payments_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  -- `exchange` goes from a return to its sale, `opening` brings a balance of before: both only balance documents.
  tender TEXT NOT NULL CHECK (tender IN (
    'cash', 'wechat', 'alipay', 'card', 'bankTransfer', 'onAccount', 'storeCredit', 'exchange', 'opening'
  )),
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
INSERT INTO payments_new SELECT * FROM payments;
DROP TABLE payments;
ALTER TABLE payments_new RENAME TO payments;
CREATE INDEX payments_by_document ON payments (document_id);
CREATE INDEX payments_by_shift ON payments (shift_id, tender, amount) WHERE shift_id IS NOT NULL;
CREATE TRIGGER payments_no_update BEFORE UPDATE ON payments BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER payments_no_delete BEFORE DELETE ON payments BEGIN SELECT RAISE (ABORT, 'append-only'); END;

DROP TRIGGER cash_movements_no_update;
DROP TRIGGER cash_movements_no_delete;
CREATE TABLE cash_movements_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  shift_id INTEGER NOT NULL REFERENCES shifts (id),
  kind TEXT NOT NULL CHECK (kind IN ('payIn', 'payOut', 'cashDrop')),
  amount INTEGER NOT NULL,
  reason TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  CHECK ((kind = 'payIn') = (amount > 0))
) STRICT;
INSERT INTO cash_movements_new SELECT * FROM cash_movements;
DROP TABLE cash_movements;
ALTER TABLE cash_movements_new RENAME TO cash_movements;
CREATE INDEX cash_movements_by_shift ON cash_movements (shift_id);
CREATE TRIGGER cash_movements_no_update BEFORE UPDATE ON cash_movements BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER cash_movements_no_delete BEFORE DELETE ON cash_movements BEGIN SELECT RAISE (ABORT, 'append-only'); END;

-- 敏感操作: what is allowed and yet the owner wants to know how often, and by whom.
CREATE TABLE sensitive_actions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  shift_id INTEGER REFERENCES shifts (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  authorised_by INTEGER REFERENCES staff (id),
  document_id INTEGER REFERENCES documents (id),
  -- What it was about: goods, a price, a parked sale.
  subject TEXT NOT NULL,
  amount INTEGER NOT NULL,
  reason TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL
) STRICT;
CREATE INDEX sensitive_actions_by_shift ON sensitive_actions (shift_id, kind, staff_id) WHERE shift_id IS NOT NULL;
CREATE INDEX sensitive_actions_by_day ON sensitive_actions (business_day, id);
CREATE TRIGGER sensitive_actions_no_update BEFORE UPDATE ON sensitive_actions BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER sensitive_actions_no_delete BEFORE DELETE ON sensitive_actions BEGIN SELECT RAISE (ABORT, 'append-only'); END;
