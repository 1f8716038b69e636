-- The message in which a person has pinned the status of their application, and the version of it that this shows.

CREATE TABLE pinned_messages (
    case_id    TEXT PRIMARY KEY,
    chat_id    INTEGER NOT NULL,           -- of its applicant: their Telegram user id
    message_id INTEGER NOT NULL,
    shown      INTEGER NOT NULL            -- version of the case
) WITHOUT ROWID;
