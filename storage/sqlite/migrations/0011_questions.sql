-- Which row of the outbox asked the question that a session waits to have answered, and where Telegram put it: an
-- answer is only what was sent after it. `shown_at` is when the question first stood there, in Telegram's seconds.

ALTER TABLE sessions ADD COLUMN asked_by TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN shown_id INTEGER;
ALTER TABLE sessions ADD COLUMN shown_at INTEGER;
