-- Products as a counter needs them: colour × size, weighed goods, what was made in a hurry, and the shop's own barcodes.
ALTER TABLE products ADD COLUMN weighed INTEGER CHECK (weighed IN (0, 1));
-- 待补资料: made at the counter from a name and a price.
ALTER TABLE products ADD COLUMN incomplete INTEGER CHECK (incomplete IN (0, 1));
CREATE INDEX products_incomplete ON products (id) WHERE incomplete = 1;

ALTER TABLE skus ADD COLUMN colour TEXT CHECK (colour <> '');
ALTER TABLE skus ADD COLUMN size TEXT CHECK (size <> '');
-- The item code that a label scale prints, without leading zeros.
ALTER TABLE skus ADD COLUMN plu TEXT CHECK (plu <> '');
CREATE UNIQUE INDEX skus_by_plu ON skus (plu) WHERE plu IS NOT NULL AND archived_at IS NULL;

-- Every 店内码 that was ever given, whose id is the number in it: stickers outlive the barcode's row.
CREATE TABLE in_store_codes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER in_store_codes_no_update BEFORE UPDATE ON in_store_codes BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER in_store_codes_no_delete BEFORE DELETE ON in_store_codes BEGIN SELECT RAISE (ABORT, 'append-only'); END;

UPDATE roles SET permissions = json_insert(permissions, '$[#]', 'products.quickCreate')
WHERE key IN ('owner', 'manager', 'clerk') AND permissions NOT LIKE '%"products.quickCreate"%';
