-- Complaints, and when a copy was sent.

CREATE TABLE complaints (
    id         TEXT PRIMARY KEY,           -- random: it stands in callback data
    author     INTEGER NOT NULL,           -- Telegram user id
    stage      TEXT NOT NULL,
    version    INTEGER NOT NULL,
    unit       TEXT,                       -- the body: appendix/row
    number     TEXT,                       -- in that body's register; NULL until it is filed
    touched_at INTEGER NOT NULL,           -- Unix seconds of the last change
    sealed     BLOB NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX complaints_by_number ON complaints (unit, number);
CREATE INDEX complaints_by_author ON complaints (author);
CREATE INDEX complaints_by_stage ON complaints (unit, stage);

ALTER TABLE uploads ADD COLUMN noted_at INTEGER NOT NULL DEFAULT 0;
