-- Kinds of customers and the prices that they pay (会员等级), and gifts as a permission of their own.

CREATE TABLE customer_tiers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  price TEXT NOT NULL CHECK (price IN ('retail', 'member', 'wholesale')),
  -- What remains of that price, in 1/10,000.
  rate INTEGER NOT NULL CHECK (rate BETWEEN 1 AND 10000),
  created_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX customer_tiers_by_name ON customer_tiers (name) WHERE archived_at IS NULL;
ALTER TABLE customers ADD COLUMN tier_id INTEGER REFERENCES customer_tiers (id);

ALTER TABLE skus ADD COLUMN member_price INTEGER CHECK (member_price >= 0);
ALTER TABLE skus ADD COLUMN wholesale_price INTEGER CHECK (wholesale_price >= 0);
ALTER TABLE skus ADD COLUMN tag_price INTEGER CHECK (tag_price >= 0);

-- Whether somebody said that the clock is right after a document from the future.
CREATE INDEX sensitive_actions_clock ON sensitive_actions (document_id, id) WHERE kind = 'clockConfirmed';

-- Who may take off may give away, until the owner says otherwise; a clerk may do neither.
UPDATE roles SET permissions = json_insert(permissions, '$[#]', 'sales.gift')
WHERE key <> 'clerk'
  AND EXISTS (SELECT 1 FROM json_each(permissions) WHERE value = 'sales.discount')
  AND NOT EXISTS (SELECT 1 FROM json_each(permissions) WHERE value = 'sales.gift');
