-- Papers that are of no document keep what stands on them; printers that draw, and that say how they are.

ALTER TABLE print_jobs ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE print_jobs ADD COLUMN content TEXT CHECK (content IS NULL OR json_valid(content));

ALTER TABLE printers ADD COLUMN as_image INTEGER NOT NULL DEFAULT 0 CHECK (as_image IN (0, 1));
ALTER TABLE printers ADD COLUMN asks_status INTEGER NOT NULL DEFAULT 1 CHECK (asks_status IN (0, 1));
