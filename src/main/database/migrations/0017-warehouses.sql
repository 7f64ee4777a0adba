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
