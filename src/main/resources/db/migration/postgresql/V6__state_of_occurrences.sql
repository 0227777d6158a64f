-- The state moves from the image to the occurrence. The columns of updates are derived from its occurrences.
DROP VIEW occurrence_metadata;
DROP INDEX occurrences_of_acknowledgement;
ALTER TABLE occurrences RENAME COLUMN acknowledgement_id TO state_change_id;
ALTER TABLE occurrences ADD COLUMN acknowledged_by TEXT NOT NULL DEFAULT '';
ALTER TABLE occurrences ADD COLUMN snoozed_until TEXT;
ALTER TABLE occurrences ADD COLUMN muted_at TEXT;
-- 1 if the whole image was muted, so that new occurrences of it are muted too.
ALTER TABLE occurrences ADD COLUMN mutes_image INTEGER NOT NULL DEFAULT 0;
ALTER TABLE occurrences ADD COLUMN note TEXT NOT NULL DEFAULT '';
-- The rows of changes that last set acknowledged_at and snoozed_until, muted_at, and the note.
ALTER TABLE occurrences ADD COLUMN mute_change_id BIGINT;
ALTER TABLE occurrences ADD COLUMN note_change_id BIGINT;
ALTER TABLE occurrences ADD COLUMN state TEXT GENERATED ALWAYS AS (
  CASE WHEN muted_at IS NOT NULL THEN 'muted'
       WHEN acknowledged_at IS NOT NULL THEN 'acknowledged'
       WHEN snoozed_until IS NOT NULL THEN 'snoozed'
       ELSE 'pending' END) STORED;
UPDATE occurrences SET
  acknowledged_by = CASE WHEN occurrences.acknowledged_at IS NULL THEN '' ELSE u.acknowledged_by END,
  snoozed_until = CASE WHEN occurrences.acknowledged_at IS NULL AND u.acknowledged_at IS NULL THEN u.snoozed_until END,
  state_change_id = CASE WHEN occurrences.acknowledged_at IS NOT NULL THEN occurrences.state_change_id
                         WHEN u.acknowledged_at IS NULL AND u.snoozed_until IS NOT NULL THEN u.snooze_id END,
  note = u.note
FROM updates u WHERE u.image = occurrences.image;
CREATE INDEX occurrences_snoozed ON occurrences (snoozed_until COLLATE "C") WHERE snoozed_until IS NOT NULL;
CREATE INDEX occurrences_of_mute ON occurrences (mute_change_id) WHERE mute_change_id IS NOT NULL;
CREATE VIEW occurrence_metadata (image, hostname, workload, key, value) AS
  SELECT o.image, o.hostname, o.workload, m.key, m.value FROM occurrences o, json_each_text(o.metadata::json) m;

DROP INDEX updates_snooze;
ALTER TABLE updates DROP COLUMN snooze_id;
ALTER TABLE updates DROP COLUMN acknowledgement_id;
ALTER TABLE updates ADD COLUMN muted_at TEXT;
ALTER TABLE updates ADD COLUMN state TEXT GENERATED ALWAYS AS (
  CASE WHEN muted_at IS NOT NULL THEN 'muted'
       WHEN acknowledged_at IS NOT NULL THEN 'acknowledged'
       WHEN snoozed_until IS NOT NULL THEN 'snoozed'
       ELSE 'pending' END) STORED;
CREATE INDEX updates_muted ON updates (pending_since COLLATE "C", image COLLATE "C") WHERE muted_at IS NOT NULL;

-- kind: acknowledgement, snooze, mute, removal or reopening. count: images.
ALTER TABLE changes ADD COLUMN occurrences INTEGER NOT NULL DEFAULT 0;
UPDATE changes SET occurrences = count;

-- The state of each occurrence before a change, to undo it.
CREATE TABLE change_occurrences (
  change_id       BIGINT NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
  image           TEXT NOT NULL,
  hostname        TEXT NOT NULL,
  workload        TEXT NOT NULL,
  acknowledged_at TEXT,
  acknowledged_by TEXT NOT NULL,
  snoozed_until   TEXT,
  muted_at        TEXT,
  mutes_image     INTEGER NOT NULL,
  note            TEXT NOT NULL,
  state_change_id BIGINT,
  mute_change_id  BIGINT,
  note_change_id  BIGINT,
  PRIMARY KEY (change_id, image, hostname, workload)
);
INSERT INTO change_occurrences (change_id, image, hostname, workload, acknowledged_by, mutes_image, note)
SELECT o.state_change_id, o.image, o.hostname, o.workload, '', 0, o.note
FROM occurrences o JOIN changes c ON c.id = o.state_change_id;

-- What removals took away, to undo them.
CREATE TABLE removed_updates (
  change_id       BIGINT NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
  image           TEXT NOT NULL,
  registry        TEXT NOT NULL,
  name            TEXT NOT NULL,
  diun_version    TEXT NOT NULL,
  hostname        TEXT NOT NULL,
  status          TEXT NOT NULL,
  provider        TEXT NOT NULL,
  hub_link        TEXT NOT NULL,
  mime_type       TEXT NOT NULL,
  digest          TEXT NOT NULL,
  created         TEXT NOT NULL,
  platform        TEXT NOT NULL,
  ctn_name        TEXT NOT NULL,
  ctn_id          TEXT NOT NULL,
  ctn_state       TEXT NOT NULL,
  ctn_status      TEXT NOT NULL,
  received_at     TEXT NOT NULL,
  acknowledged_at TEXT,
  acknowledged_by TEXT NOT NULL,
  snoozed_until   TEXT,
  muted_at        TEXT,
  note            TEXT NOT NULL,
  sent_image      TEXT NOT NULL,
  body            TEXT NOT NULL,
  pending_since   TEXT NOT NULL,
  times_notified  INTEGER NOT NULL,
  previous_digest TEXT NOT NULL,
  PRIMARY KEY (change_id, image)
);
CREATE TABLE removed_occurrences (
  change_id       BIGINT NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
  image           TEXT NOT NULL,
  hostname        TEXT NOT NULL,
  workload        TEXT NOT NULL,
  status          TEXT NOT NULL,
  provider        TEXT NOT NULL,
  digest          TEXT NOT NULL,
  stack           TEXT NOT NULL,
  metadata        TEXT NOT NULL,
  search          TEXT NOT NULL,
  received_at     TEXT NOT NULL,
  acknowledged_at TEXT,
  acknowledged_by TEXT NOT NULL,
  snoozed_until   TEXT,
  muted_at        TEXT,
  mutes_image     INTEGER NOT NULL,
  note            TEXT NOT NULL,
  state_change_id BIGINT,
  mute_change_id  BIGINT,
  note_change_id  BIGINT,
  PRIMARY KEY (change_id, image, hostname, workload)
);
CREATE TABLE removed_hosts (
  change_id       BIGINT NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
  hostname        TEXT NOT NULL,
  display_name    TEXT NOT NULL,
  merged_into     TEXT,
  canonical       TEXT NOT NULL,
  diun_version    TEXT NOT NULL,
  first_seen_at   TEXT NOT NULL,
  last_seen_at    TEXT NOT NULL,
  PRIMARY KEY (change_id, hostname)
);
