-- The history as a chain of hashes: every entry names the one before it, and the one before it of the same case.
-- Digests and hashes are SHA-256 in hex. Entries of before this migration have no hash and come before all others.

CREATE TABLE history (
    id        INTEGER PRIMARY KEY,         -- counts without gaps
    case_id   TEXT NOT NULL,               -- empty for what concerns no case
    kind      TEXT NOT NULL,
    at        INTEGER NOT NULL,            -- Unix seconds
    actor     INTEGER NOT NULL,            -- Telegram user id; 0 the command line, or erased
    seen      INTEGER NOT NULL,            -- the version of the case that the actor saw
    what      TEXT NOT NULL,               -- digest of salt and details
    who       TEXT NOT NULL,               -- digest of another salt and the actor
    prev      TEXT NOT NULL,               -- hash of the entry before
    case_prev TEXT NOT NULL,               -- hash of the case's entry before
    hash      TEXT NOT NULL,
    sealed    BLOB                         -- details and both salts; NULL once the case is erased
);
INSERT INTO history (id, case_id, kind, at, actor, seen, what, who, prev, case_prev, hash, sealed)
    SELECT id, case_id, kind, at, actor, 0, '', '', '', '', '', sealed FROM events;
DROP TABLE events;
ALTER TABLE history RENAME TO events;
CREATE INDEX events_by_case ON events (case_id, id);
