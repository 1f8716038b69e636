-- Complaints, and how many files somebody has sent for them.

CREATE TABLE complaints (
    id         TEXT PRIMARY KEY,           -- random: it stands in callback data
    author     INTEGER NOT NULL,           -- Telegram user id
    stage      TEXT NOT NULL,
    version    INTEGER NOT NULL,
    unit       TEXT,                       -- the body: appendix/row
    number     TEXT,                       -- in that body's register; NULL until it is filed
    touched_at INTEGER NOT NULL,           -- Unix seconds of the last change
    sealed     BLOB NOT NULL,
    warned     INTEGER NOT NULL DEFAULT 0  -- of an untouched draft: 1 reminded, 2 told that it will be erased
) WITHOUT ROWID;
CREATE UNIQUE INDEX complaints_by_number ON complaints (unit, number);
CREATE INDEX complaints_by_author ON complaints (author);
CREATE INDEX complaints_by_stage ON complaints (unit, stage);
CREATE INDEX complaint_drafts ON complaints (touched_at) WHERE stage = 'draft';

-- A row a file, for a day: an erased file still counts among those of the day.
CREATE TABLE complaint_files (
    author INTEGER NOT NULL,
    at     INTEGER NOT NULL                -- Unix seconds
);
CREATE INDEX complaint_files_by_author ON complaint_files (author, at);
