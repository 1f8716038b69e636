-- Officers by role, invitations, what was denied, registers of several kinds, and what was told once.

CREATE TABLE counters (
    book   TEXT NOT NULL,                  -- incoming, certificates, journal
    office TEXT NOT NULL,
    year   INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (book, office, year)
) WITHOUT ROWID;
INSERT INTO counters (book, office, year, last) SELECT 'incoming', office, year, last FROM registers;
DROP TABLE registers;
ALTER TABLE counters RENAME TO registers;

ALTER TABLE officers ADD COLUMN role TEXT NOT NULL DEFAULT 'officer';
CREATE INDEX officers_by_person ON officers (user_id);
CREATE INDEX cases_by_office ON cases (office, state);

CREATE TABLE admins (
    user_id INTEGER PRIMARY KEY,
    sealed  BLOB NOT NULL                  -- surname and initials
) WITHOUT ROWID;

CREATE TABLE invitations (
    id         BLOB PRIMARY KEY,           -- HMAC of the secret in the link
    role       TEXT NOT NULL,              -- admin, or a role at units
    units      TEXT NOT NULL,              -- appendix/row, separated by commas; empty for an admin
    made_by    INTEGER NOT NULL,
    made_at    INTEGER NOT NULL,           -- Unix seconds
    ends_at    INTEGER NOT NULL,
    used_by    INTEGER,
    revoked_at INTEGER
) WITHOUT ROWID;

CREATE TABLE denials (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    actor  INTEGER NOT NULL,
    act    TEXT NOT NULL,
    at     INTEGER NOT NULL,
    sealed BLOB NOT NULL                   -- what it was about
);
CREATE INDEX denials_by_actor ON denials (actor, id);

-- What is told once, such as one day's digest: the key says what, and whom.
CREATE TABLE told (
    what TEXT PRIMARY KEY,
    at   INTEGER NOT NULL
) WITHOUT ROWID;
