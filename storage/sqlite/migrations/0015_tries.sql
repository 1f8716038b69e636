-- When an update was last tried, so that the count of one that never comes again has an end.
ALTER TABLE tries ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
