-- What was sent, as it was sent: the reference with its digest, and the whole body. And when a test was last received.
ALTER TABLE updates ADD COLUMN sent_image TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN body TEXT NOT NULL DEFAULT '';

CREATE TABLE test_notifications (
  hostname     TEXT PRIMARY KEY,
  diun_version TEXT NOT NULL,
  received_at  TEXT NOT NULL
);
