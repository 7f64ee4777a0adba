-- The day: the drawer counted blind as often as one likes, what was handed over and left at closing, and the day's end.

-- A count is committed before what should be there is told; each one is kept, with what should have been there just then.
CREATE TABLE drawer_counts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  shift_id INTEGER NOT NULL REFERENCES shifts (id),
  counted INTEGER NOT NULL CHECK (counted >= 0),
  expected INTEGER NOT NULL,
  -- How many of each note and coin; empty where only the sum was said.
  denominations TEXT NOT NULL CHECK (json_valid(denominations)),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL,
  business_day TEXT NOT NULL
) STRICT;
CREATE INDEX drawer_counts_by_shift ON drawer_counts (shift_id, id);
CREATE TRIGGER drawer_counts_no_update BEFORE UPDATE ON drawer_counts BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER drawer_counts_no_delete BEFORE DELETE ON drawer_counts BEGIN SELECT RAISE (ABORT, 'append-only'); END;

-- What was handed over at closing (上缴); the rest of what was counted is the next float.
ALTER TABLE shifts ADD COLUMN dropped INTEGER CHECK (dropped BETWEEN 0 AND counted);
-- The documents of a shift are those after the first of these up to the second, without a column on every sale.
ALTER TABLE shifts ADD COLUMN documents_after INTEGER;
ALTER TABLE shifts ADD COLUMN documents_to INTEGER;
CREATE INDEX shifts_by_day ON shifts (business_day);

DROP TRIGGER shifts_no_change_once_closed;
UPDATE shifts SET
  documents_after = coalesce((SELECT min(document_id) - 1 FROM payments WHERE shift_id = shifts.id),
    (SELECT max(id) FROM documents), 0),
  documents_to = iif(closed_at IS NULL, NULL,
    (SELECT coalesce(max(document_id), 0) FROM payments WHERE shift_id = shifts.id));
CREATE TRIGGER shifts_no_change_once_closed BEFORE UPDATE ON shifts WHEN old.closed_at IS NOT NULL
  BEGIN SELECT RAISE (ABORT, 'append-only'); END;

-- A day that someone said is done, with the head of the audit chain at that moment: what is cut off later shows.
CREATE TABLE day_ends (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  business_day TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  -- What stood open when it was said.
  left_open TEXT NOT NULL CHECK (json_valid(left_open)),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX day_ends_by_day ON day_ends (business_day, id);
CREATE TRIGGER day_ends_no_update BEFORE UPDATE ON day_ends BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER day_ends_no_delete BEFORE DELETE ON day_ends BEGIN SELECT RAISE (ABORT, 'append-only'); END;

-- 敏感操作 by kind and by person, newest first.
CREATE INDEX sensitive_actions_by_kind ON sensitive_actions (kind, id);
CREATE INDEX sensitive_actions_by_staff ON sensitive_actions (staff_id, id);

-- Whoever uses the drawer may open it without a sale; whoever sees it too may end the day.
UPDATE roles SET permissions = json_insert(permissions, '$[#]', 'drawer.openWithoutSale')
WHERE EXISTS (SELECT 1 FROM json_each(permissions) WHERE value = 'drawer.use');
UPDATE roles SET permissions = json_insert(permissions, '$[#]', 'drawer.endDay')
WHERE EXISTS (SELECT 1 FROM json_each(permissions) WHERE value = 'drawer.use')
  AND EXISTS (SELECT 1 FROM json_each(permissions) WHERE value = 'drawer.view');
