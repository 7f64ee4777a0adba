-- Which counter's sale wanted the paper: a receipt that did not come out is shown where it was waited for.
ALTER TABLE print_jobs ADD COLUMN device TEXT;
