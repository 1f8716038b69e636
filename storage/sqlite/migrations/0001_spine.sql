-- The durable spine: what was seen, who talks to the bot, what is still to be sent.
-- Columns named sealed hold AES-GCM ciphertext; ids and times stand in clear.

CREATE TABLE seen_updates (
    bot_id    INTEGER NOT NULL,
    update_id INTEGER NOT NULL,
    seen_at   INTEGER NOT NULL,            -- Unix seconds
    PRIMARY KEY (bot_id, update_id)
) WITHOUT ROWID;
CREATE INDEX seen_updates_by_age ON seen_updates (seen_at);

CREATE TABLE people (
    user_id         INTEGER PRIMARY KEY,
    language        TEXT,
    consent_version TEXT,                  -- privacy notice agreed to; NULL where none or withdrawn
    consent_at      INTEGER
) WITHOUT ROWID;

-- Every consent given or withdrawn, with the version of the notice that was shown.
CREATE TABLE consents (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id  INTEGER NOT NULL,
    version  TEXT NOT NULL,
    given    INTEGER NOT NULL,             -- 1 given, 0 withdrawn
    at       INTEGER NOT NULL
);

CREATE TABLE sessions (
    chat_id  INTEGER NOT NULL,
    user_id  INTEGER NOT NULL,
    sealed   BLOB NOT NULL,
    PRIMARY KEY (chat_id, user_id)
) WITHOUT ROWID;

CREATE TABLE outbox (
    id       INTEGER PRIMARY KEY,          -- commit order
    origin   TEXT NOT NULL UNIQUE,         -- what made it, e.g. u123.0: a repeat cannot queue twice
    chat_id  INTEGER NOT NULL,
    owner    TEXT NOT NULL,                -- whose key seals it
    sealed   BLOB NOT NULL
);

CREATE TABLE dead_letters (
    origin   TEXT PRIMARY KEY,
    chat_id  INTEGER NOT NULL,
    owner    TEXT NOT NULL,
    sealed   BLOB NOT NULL,
    code     INTEGER NOT NULL,             -- the Bot API's error code
    died_at  INTEGER NOT NULL
) WITHOUT ROWID;

-- Chats that block the bot: nothing is sent until any update comes from them.
CREATE TABLE suspended_chats (
    chat_id      INTEGER PRIMARY KEY,
    suspended_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Counted before each lonely try, so that an update which kills the process is counted, too.
CREATE TABLE tries (
    bot_id    INTEGER NOT NULL,
    update_id INTEGER NOT NULL,
    count     INTEGER NOT NULL,
    PRIMARY KEY (bot_id, update_id)
) WITHOUT ROWID;

CREATE TABLE quarantine (
    bot_id    INTEGER NOT NULL,
    update_id INTEGER NOT NULL,
    owner     TEXT NOT NULL,
    sealed    BLOB NOT NULL,
    reason    TEXT NOT NULL,               -- type and place of the fault, never its text
    at        INTEGER NOT NULL,
    PRIMARY KEY (bot_id, update_id)
) WITHOUT ROWID;
