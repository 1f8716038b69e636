-- What a person has used of what they may in a time: counts and moments, nothing of what was done.
CREATE TABLE limit_counters (
    user_id INTEGER NOT NULL,
    cost    TEXT NOT NULL,                 -- document, file, draft, action
    since   INTEGER NOT NULL,              -- Unix seconds of the first use in the window
    used    INTEGER NOT NULL,
    told_at INTEGER,                       -- when the person was told last that there is no more
    PRIMARY KEY (user_id, cost)
) WITHOUT ROWID;
CREATE INDEX limit_counters_by_age ON limit_counters (since);

-- Files for complaints were counted apart; what was sent within the last day goes on to count.
INSERT INTO limit_counters (user_id, cost, since, used)
    SELECT author, 'file', min(at), count(*) FROM complaint_files GROUP BY author;
DROP TABLE complaint_files;
