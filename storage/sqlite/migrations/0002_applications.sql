-- Applications and cases, their history, the registers of incoming numbers, officers, uploads.
-- What an application says is sealed with a key of its own, so that destroying the key erases it.

CREATE TABLE cases (
    id         TEXT PRIMARY KEY,           -- random: it stands in callback data
    applicant  INTEGER NOT NULL,           -- Telegram user id
    subject    TEXT NOT NULL,
    state      TEXT NOT NULL,
    version    INTEGER NOT NULL,           -- counts changes; every change names the one it saw
    office     TEXT,                       -- appendix/row, e.g. 2/65
    number     TEXT UNIQUE,                -- incoming number, NULL for a draft
    handle     BLOB UNIQUE,                -- HMAC of the receipt's handle
    touched_at INTEGER NOT NULL,           -- Unix seconds of the last change
    warned     INTEGER NOT NULL DEFAULT 0, -- of an untouched draft: 1 reminded, 2 told that it will be erased
    warned_at  INTEGER NOT NULL DEFAULT 0, -- Unix seconds of that
    sealed     BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX cases_by_applicant ON cases (applicant);
CREATE INDEX drafts_by_age ON cases (touched_at) WHERE state = 'draft';

CREATE TABLE events (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id TEXT NOT NULL,
    kind    TEXT NOT NULL,
    at      INTEGER NOT NULL,
    actor   INTEGER NOT NULL,              -- Telegram user id; 0 the command line
    sealed  BLOB NOT NULL
);
CREATE INDEX events_by_case ON events (case_id, id);

-- The last number given in an office's register of a year.
CREATE TABLE registers (
    office TEXT NOT NULL,
    year   INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (office, year)
) WITHOUT ROWID;

CREATE TABLE officers (
    user_id INTEGER NOT NULL,
    unit    TEXT NOT NULL,
    sealed  BLOB NOT NULL,                 -- surname and initials
    PRIMARY KEY (unit, user_id)
) WITHOUT ROWID;

-- Keys whose data is gone: destroyed by a job in the key store, which is another file.
CREATE TABLE doomed_keys (
    owner TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Copies of documents that applicants attach: first taken note of, then fetched and cleaned by a job.
CREATE TABLE uploads (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id TEXT NOT NULL,
    item    TEXT NOT NULL,                 -- of the checklist
    size    INTEGER NOT NULL,              -- bytes
    tries   INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL DEFAULT 0,    -- Unix seconds before which it is not tried again
    kind    TEXT,                          -- NULL until it is kept
    pages   INTEGER,
    source  BLOB,                          -- sealed: where Telegram has it; NULL once it is kept
    sealed  BLOB                           -- the cleaned copy
);
CREATE INDEX uploads_by_case ON uploads (case_id);
CREATE INDEX uploads_waiting ON uploads (next_at) WHERE kind IS NULL;
