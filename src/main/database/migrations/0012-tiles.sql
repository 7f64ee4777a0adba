-- 常用商品: what the counter shows while nothing is in the basket, each product at a place of its own that fingers learn.
CREATE TABLE tiles (
  place INTEGER PRIMARY KEY CHECK (place BETWEEN 1 AND 24),
  product_id INTEGER NOT NULL UNIQUE REFERENCES products (id),
  -- 固定: stays whatever sells.
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1))
) STRICT;

-- A shop that has sold before begins with what it sold most.
INSERT INTO tiles (place, product_id, pinned)
SELECT row_number() OVER (ORDER BY times DESC, product_id), product_id, 0
FROM (
  SELECT skus.product_id, count(*) AS times
  FROM (SELECT id FROM documents WHERE kind = 'sale' ORDER BY business_day DESC, id DESC LIMIT 1000) AS sale
  CROSS JOIN document_lines ON document_lines.document_id = sale.id
  JOIN skus ON skus.id = document_lines.sku_id
  WHERE skus.archived_at IS NULL
  GROUP BY skus.product_id
)
ORDER BY times DESC, product_id
LIMIT 24;
