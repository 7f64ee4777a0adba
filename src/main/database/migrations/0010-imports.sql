-- Bringing in what an old system exported: a job that survives a kill, the mapping of columns, and the rows that stayed out.

CREATE TABLE import_jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('products', 'customers', 'openingStock')),
  file_name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('uploading', 'read', 'planned', 'running', 'done', 'cancelled', 'failed')),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  device TEXT NOT NULL,
  -- What was found in the file, and what would come of it.
  sheet TEXT CHECK (json_valid(sheet)),
  preview TEXT CHECK (json_valid(preview)),
  -- Where the run stands: lines of the plan, and bytes of it that were read.
  done INTEGER NOT NULL CHECK (done <= total),
  total INTEGER NOT NULL,
  position INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  same INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX import_jobs_running ON import_jobs (state) WHERE state = 'running';

CREATE TABLE import_mappings (
  kind TEXT NOT NULL,
  -- The names of the columns, whatever their order.
  headers TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  PRIMARY KEY (kind, headers)
) STRICT;

CREATE TABLE import_refusals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES import_jobs (id),
  row INTEGER NOT NULL,
  code TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  cells TEXT NOT NULL CHECK (json_valid(cells))
) STRICT;
CREATE INDEX import_refusals_by_import ON import_refusals (import_id, id);

-- A file is matched against what is archived too, and against customers without a code.
CREATE INDEX products_by_any_code ON products (code, id);
CREATE INDEX customers_by_name ON customers (name, id);

UPDATE roles SET permissions = json_insert(permissions, '$[#]', 'imports.run')
WHERE key IN ('owner', 'manager') AND NOT EXISTS (SELECT 1 FROM json_each(permissions) WHERE value = 'imports.run');
