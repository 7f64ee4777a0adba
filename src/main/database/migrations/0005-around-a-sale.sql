-- Around a sale: what the shop holds for a customer, which debts a payment settled, and what a SKU was sold for lately.

-- 退货余额, 储值余额 and 积分: the ledger, and its summary written in the same transaction.
CREATE TABLE balance_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  account TEXT NOT NULL CHECK (account IN ('storeCredit', 'storedValue', 'points')),
  document_id INTEGER NOT NULL REFERENCES documents (id),
  amount INTEGER NOT NULL,
  balance_after INTEGER NOT NULL CHECK (balance_after >= 0),
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL
) STRICT;
CREATE INDEX balance_entries_by_customer ON balance_entries (customer_id, account, document_id);
CREATE TRIGGER balance_entries_no_update BEFORE UPDATE ON balance_entries BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER balance_entries_no_delete BEFORE DELETE ON balance_entries BEGIN SELECT RAISE (ABORT, 'append-only'); END;

CREATE TABLE customer_balances (
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  account TEXT NOT NULL CHECK (account IN ('storeCredit', 'storedValue', 'points')),
  balance INTEGER NOT NULL CHECK (balance >= 0),
  PRIMARY KEY (customer_id, account)
) STRICT;

-- What put less on account (a collection, a return, a voided sale) settles what put more: debts of one customer.
CREATE TABLE debt_allocations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  settling_id INTEGER NOT NULL REFERENCES documents (id),
  settled_id INTEGER NOT NULL REFERENCES documents (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  CHECK (settling_id <> settled_id)
) STRICT;
CREATE INDEX debt_allocations_by_customer ON debt_allocations (customer_id, settled_id, settling_id, amount);
CREATE INDEX debt_allocations_by_settling ON debt_allocations (settling_id, settled_id);
CREATE INDEX debt_allocations_by_settled ON debt_allocations (settled_id);
CREATE TRIGGER debt_allocations_no_update BEFORE UPDATE ON debt_allocations BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER debt_allocations_no_delete BEFORE DELETE ON debt_allocations BEGIN SELECT RAISE (ABORT, 'append-only'); END;

CREATE INDEX account_entries_by_document ON account_entries (document_id);

-- The lowest price of the last 90 days, for returns without receipt.
CREATE INDEX document_lines_by_sku ON document_lines (sku_id, document_id) WHERE sku_id IS NOT NULL;
