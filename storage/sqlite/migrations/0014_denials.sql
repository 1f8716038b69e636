-- Equal denials of a person and day are one row: `at` is the first of them. Whether older rows are equal only their
-- sealed subjects tell, so the next start merges them: it is those without `last_at`.
ALTER TABLE denials ADD COLUMN count INTEGER NOT NULL DEFAULT 1;
ALTER TABLE denials ADD COLUMN last_at INTEGER;
