-- Whose phone is lost: whatever roles somebody has give them no right until they are unlocked. The roles stay.

CREATE TABLE locked_people (
    user_id   INTEGER PRIMARY KEY,
    locked_by INTEGER NOT NULL,            -- 0 for the command line
    locked_at INTEGER NOT NULL             -- Unix seconds
);
