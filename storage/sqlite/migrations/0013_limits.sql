-- For two hours of one day, 0009 made `limit_counters` with other columns. It is made anew with the columns it has now:
-- counts go on, and whoever has reached a limit may be told so once more.
CREATE TABLE limit_counters_before AS SELECT user_id, cost, since, used FROM limit_counters;
DROP TABLE limit_counters;
CREATE TABLE limit_counters (
    user_id INTEGER NOT NULL,
    cost    TEXT NOT NULL,                 -- document, file, draft, action
    since   INTEGER NOT NULL,              -- Unix seconds of the first use in the window
    used    INTEGER NOT NULL,
    told_at INTEGER,                       -- when the person was told last that there is no more
    PRIMARY KEY (user_id, cost)
) WITHOUT ROWID;
CREATE INDEX limit_counters_by_age ON limit_counters (since);
INSERT INTO limit_counters (user_id, cost, since, used) SELECT user_id, cost, since, used FROM limit_counters_before;
DROP TABLE limit_counters_before;
