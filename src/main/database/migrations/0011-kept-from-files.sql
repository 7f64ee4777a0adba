-- What files of old systems say and the shop had no place for: brand and season, a customer's birthday, and prices that a
-- larger unit has of its own. What says nothing is not stored.
ALTER TABLE products ADD COLUMN brand TEXT CHECK (brand <> '');
ALTER TABLE products ADD COLUMN season TEXT CHECK (season <> '');

-- A 箱 can be cheaper than its bottles; null is so many times the base unit's.
ALTER TABLE product_units ADD COLUMN price INTEGER CHECK (price >= 0);
ALTER TABLE product_units ADD COLUMN member_price INTEGER CHECK (member_price >= 0);
ALTER TABLE product_units ADD COLUMN wholesale_price INTEGER CHECK (wholesale_price >= 0);

-- 1990-05-06, or --05-06 where nobody told the year.
ALTER TABLE customers ADD COLUMN birthday TEXT CHECK (birthday GLOB '[-1-9]*-[0-1][0-9]-[0-3][0-9]');

-- Almost every product is in use, and those have their unique index: only the others need another.
DROP INDEX products_by_any_code;
CREATE INDEX products_archived_by_code ON products (code, id) WHERE archived_at IS NOT NULL;
