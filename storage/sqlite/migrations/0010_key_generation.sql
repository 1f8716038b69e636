-- How far the key store had come when this file was last written: a key store that is lost, older, or another bot's
-- is told at the start by it (storage/generations.py).

CREATE TABLE key_generation (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    store  BLOB NOT NULL,                  -- which key store
    series BLOB NOT NULL,                  -- which of its series of keys
    keys   INTEGER NOT NULL                -- how many keys of that series there were
);
