-- PINs, locked sessions, 店长授权 and the way back in for an owner who forgot the password.

ALTER TABLE staff ADD COLUMN pin_hash TEXT;
ALTER TABLE staff ADD COLUMN recovery_hash TEXT;
ALTER TABLE sessions ADD COLUMN locked_at INTEGER;

-- That someone allowed another's one command. Used up by the command itself, whose request id it names.
CREATE TABLE authorisations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  for_request_id TEXT NOT NULL,
  input_hash BLOB NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  device TEXT NOT NULL,
  permission TEXT NOT NULL,
  approver_id INTEGER NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL,
  CHECK (approver_id <> staff_id)
) STRICT;
CREATE INDEX authorisations_by_request ON authorisations (for_request_id);
CREATE TRIGGER authorisations_no_update BEFORE UPDATE ON authorisations BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER authorisations_no_delete BEFORE DELETE ON authorisations BEGIN SELECT RAISE (ABORT, 'append-only'); END;
