-- How far each channel has reported the activity log. position: id of the last entry that was reported or skipped. reported_at: when. next_at: when it sends or retries, NULL if a report decides. claimed_until: a server is sending until then. message_until: id of the last entry of a message that may have been sent. failures: attempts since the last message. last_failure_at, last_failure: of the last attempt, NULL and empty if it succeeded.
CREATE TABLE channels (
  name            TEXT NOT NULL PRIMARY KEY,
  position        BIGINT NOT NULL,
  reported_at     TEXT NOT NULL,
  next_at         TEXT,
  claimed_until   TEXT,
  message_until   BIGINT,
  failures        INTEGER NOT NULL DEFAULT 0,
  last_success_at TEXT,
  last_failure_at TEXT,
  last_failure    TEXT NOT NULL DEFAULT ''
);
-- The last sign of life before the silence that the activity log has.
ALTER TABLE hosts ADD COLUMN silence_logged TEXT;
ALTER TABLE removed_hosts ADD COLUMN silence_logged TEXT;
