-- Open baskets and parked sales on disk: a power cut loses no scan, and any device can take a parked sale up.
CREATE TABLE baskets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  -- The device that it is open on, or that parked it.
  device TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'parked')),
  -- JSON that only the counter reads; NULL while nothing is in it.
  content TEXT CHECK (length(content) BETWEEN 1 AND 1000000),
  note TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  total INTEGER NOT NULL,
  customer_name TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  began_at INTEGER NOT NULL,
  -- Always later than it was, also within a millisecond and when the clock is set back: it is what a change expects.
  changed_at INTEGER NOT NULL,
  -- The last sale that emptied this device's open basket.
  sold_document_id INTEGER REFERENCES documents (id),
  CHECK (state = 'open' OR (content IS NOT NULL AND sold_document_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX baskets_open ON baskets (device) WHERE state = 'open';
CREATE INDEX baskets_parked ON baskets (id) WHERE state = 'parked';

UPDATE roles SET permissions = json_insert(permissions, '$[#]', 'sales.removeParked')
WHERE key IN ('owner', 'manager', 'clerk')
  AND NOT EXISTS (SELECT 1 FROM json_each(permissions) WHERE value = 'sales.removeParked');
