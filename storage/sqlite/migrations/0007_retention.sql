-- What is erased when its time has come: that its person was told before, and what an office keeps of it.

ALTER TABLE complaints ADD COLUMN warned_at INTEGER NOT NULL DEFAULT 0; -- Unix seconds of the notice; 0: none

-- Of an erased case or complaint: numbers of the registers and days, nothing that says whose it was.
CREATE TABLE remains (
    entry       INTEGER PRIMARY KEY,       -- of the history: the one that tells of the erasure
    unit        TEXT NOT NULL,             -- appendix/row
    kind        TEXT NOT NULL,             -- missionary, group, or complaint
    number      TEXT NOT NULL,             -- incoming number, or number in the register of complaints
    outcome     TEXT NOT NULL,             -- state of the case, stage of the complaint
    filed_on    TEXT NOT NULL,             -- days as the office counts them
    ended_on    TEXT NOT NULL,
    certificate TEXT NOT NULL,             -- numbers; empty where none was issued
    journal     TEXT NOT NULL,
    items       TEXT NOT NULL              -- of a refusal: the items of point 11 that were missing
);
CREATE INDEX remains_by_unit ON remains (unit);
