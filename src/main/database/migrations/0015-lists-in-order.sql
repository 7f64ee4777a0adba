-- Lists in other orders than newest first. Each index has in it what the list is filtered by, so that what is passed over
-- is not looked up.

-- Pinyin initials and then the text itself; filled when a shop of before is opened.
ALTER TABLE skus ADD COLUMN sort_title TEXT;
ALTER TABLE customers ADD COLUMN sort_name TEXT;
CREATE INDEX skus_by_any_code ON skus (code, id, product_id, archived_at);
CREATE INDEX skus_by_title ON skus (sort_title, id, product_id, archived_at);
CREATE INDEX skus_by_price ON skus (price, id, product_id, archived_at);
CREATE INDEX customers_by_sort_name ON customers (sort_name, id, archived_at);
CREATE INDEX stock_levels_by_on_hand ON stock_levels (on_hand, sku_id);
CREATE INDEX stock_levels_by_value ON stock_levels (value, sku_id, on_hand);

-- Their totals too: the documents of a span of days are sorted without a look at each. The longest index comes first.
DROP INDEX documents_by_kind_payment;
DROP INDEX documents_by_day;
DROP INDEX documents_by_kind;
DROP INDEX documents_by_payment;
DROP INDEX documents_by_customer;
CREATE INDEX documents_by_kind_payment ON documents (kind, payment_state, business_day, id, total);
CREATE INDEX documents_by_day ON documents (business_day, id, kind, total);
CREATE INDEX documents_by_kind ON documents (kind, business_day, id, total);
CREATE INDEX documents_by_payment ON documents (payment_state, business_day, id, kind, total);
CREATE INDEX documents_by_customer ON documents (customer_id, business_day, id, kind, payment_state, total)
  WHERE customer_id IS NOT NULL;
