-- Which message gave which answer, as long as its author can edit it: an edit changes the answer. A later message that
-- answers the same question takes the place of an earlier one. What it said is sealed with its author's key.

CREATE TABLE given_answers (
    chat_id    INTEGER NOT NULL,
    slot       TEXT NOT NULL,              -- what it answers: kind of question, record, question
    message_id INTEGER NOT NULL,
    owner      TEXT NOT NULL,              -- whose key seals it
    record_id  TEXT NOT NULL,              -- the application or complaint; empty for an invitation
    sealed     BLOB NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (chat_id, slot)
) WITHOUT ROWID;

CREATE INDEX given_answers_by_message ON given_answers (chat_id, message_id);
CREATE INDEX given_answers_by_record ON given_answers (record_id);
