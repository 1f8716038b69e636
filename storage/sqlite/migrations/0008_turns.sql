-- Who is served next: answers before notices in a chat, and of notices with one merge key the newest alone.

ALTER TABLE outbox ADD COLUMN notice INTEGER NOT NULL DEFAULT 0;    -- 1: tells of what somebody else did, or of a date
ALTER TABLE outbox ADD COLUMN merge_key TEXT NOT NULL DEFAULT '';   -- within its chat; empty: never merged
UPDATE outbox SET notice = 1 WHERE substr(origin, 1, 1) NOT IN ('u', 'q', 'f');
UPDATE outbox SET merge_key = 'digest.0' WHERE origin LIKE 'digest:%';
CREATE INDEX outbox_by_turn ON outbox (chat_id, notice, id);
CREATE INDEX outbox_by_merge_key ON outbox (chat_id, merge_key) WHERE merge_key <> '';
