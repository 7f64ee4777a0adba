-- Paper without a dialog: printers, which paper goes where, and the queue.

CREATE TABLE printers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('network', 'device', 'system')),
  address TEXT NOT NULL CHECK (address <> ''),
  columns INTEGER NOT NULL CHECK (columns IN (32, 42, 48)),
  cuts INTEGER NOT NULL CHECK (cuts IN (0, 1)),
  drawer_pin INTEGER CHECK (drawer_pin IN (2, 5)),
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 5),
  archived_at INTEGER
) STRICT;

CREATE TABLE paper_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  receipt_printer_id INTEGER REFERENCES printers (id),
  receipt_mode TEXT NOT NULL CHECK (receipt_mode IN ('always', 'onRequest', 'never')),
  kicks_on_cash INTEGER NOT NULL CHECK (kicks_on_cash IN (0, 1)),
  language TEXT NOT NULL
) STRICT;

-- An outbox: written in the transaction of what wants paper, printed after it.
CREATE TABLE print_jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  printer_id INTEGER NOT NULL REFERENCES printers (id),
  paper TEXT NOT NULL,
  document_id INTEGER REFERENCES documents (id),
  copy INTEGER NOT NULL CHECK (copy >= 0),
  kicks INTEGER NOT NULL CHECK (kicks IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'printing', 'printed', 'failed', 'uncertain', 'cancelled')),
  failure TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  queued_at INTEGER NOT NULL,
  ended_at INTEGER,
  CHECK ((failure IS NOT NULL) = (state IN ('failed', 'uncertain')))
) STRICT;
CREATE INDEX print_jobs_waiting ON print_jobs (printer_id, id) WHERE state = 'waiting';
CREATE INDEX print_jobs_printing ON print_jobs (id) WHERE state = 'printing';
CREATE INDEX print_jobs_needing_someone ON print_jobs (id) WHERE state IN ('failed', 'uncertain');
CREATE INDEX print_jobs_by_document ON print_jobs (document_id, id) WHERE document_id IS NOT NULL;
CREATE INDEX print_jobs_by_printer ON print_jobs (printer_id, id);
