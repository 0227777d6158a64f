-- What a fleet needs: where each image runs, what happened to it, and what people did about it.
-- What cannot be read counts as unknown, so that no row keeps the others from being carried over.
CREATE FUNCTION pg_temp.moment(written TEXT) RETURNS TEXT LANGUAGE plpgsql SET timezone = 'UTC' AS $$
BEGIN
  RETURN to_char(written::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
EXCEPTION WHEN OTHERS THEN
  RETURN '1970-01-01T00:00:00.000Z';
END $$;

CREATE FUNCTION pg_temp.metadata(body TEXT) RETURNS JSONB LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE jsonb_typeof(body::jsonb -> 'metadata') WHEN 'object' THEN body::jsonb -> 'metadata' ELSE '{}' END;
EXCEPTION WHEN OTHERS THEN
  RETURN '{}';
END $$;

UPDATE updates SET hostname = substr(hostname, 1, 200) WHERE length(hostname) > 200;
ALTER TABLE updates ADD COLUMN registry TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN pending_since TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN times_notified INTEGER NOT NULL DEFAULT 1;
ALTER TABLE updates ADD COLUMN previous_digest TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN acknowledged_by TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN acknowledgement_id BIGINT;
ALTER TABLE updates ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN snoozed_until TEXT;
ALTER TABLE updates ADD COLUMN snooze_id BIGINT;
UPDATE updates SET pending_since = pg_temp.moment(received_at);
WITH paths AS (
  SELECT image AS key, split_part(image, '@', 1) AS path FROM updates
), parts AS (
  SELECT key, CASE strpos(path, '/') WHEN 0 THEN '' ELSE split_part(path, '/', 1) END AS first,
         regexp_replace(path, '^.*/', '') AS last
  FROM paths
)
UPDATE updates SET
  registry = CASE WHEN first LIKE '%.%' OR first LIKE '%:%' OR first = 'localhost' THEN first ELSE 'docker.io' END,
  name = lower(split_part(last, ':', 1))
FROM parts WHERE key = image;

-- Each order of the list, of what is pending and of all; byte by byte, as everywhere.
CREATE INDEX updates_pending_by_time ON updates (pending_since COLLATE "C", image COLLATE "C") WHERE acknowledged_at IS NULL AND snoozed_until IS NULL;
CREATE INDEX updates_pending_by_name ON updates (name COLLATE "C", image COLLATE "C") WHERE acknowledged_at IS NULL AND snoozed_until IS NULL;
CREATE INDEX updates_pending_by_host ON updates (hostname COLLATE "C", image COLLATE "C") WHERE acknowledged_at IS NULL AND snoozed_until IS NULL;
CREATE INDEX updates_snoozed ON updates (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX updates_snooze ON updates (snooze_id) WHERE snooze_id IS NOT NULL;
CREATE INDEX updates_acknowledged ON updates (acknowledged_at COLLATE "C", image COLLATE "C") WHERE acknowledged_at IS NOT NULL;
CREATE INDEX updates_by_time ON updates (pending_since COLLATE "C", image COLLATE "C");
CREATE INDEX updates_by_name ON updates (name COLLATE "C", image COLLATE "C");
CREATE INDEX updates_by_host ON updates (hostname COLLATE "C", image COLLATE "C");

-- Where an image runs, and what was last said of it there.
CREATE TABLE occurrences (
  image              TEXT NOT NULL,
  hostname           TEXT NOT NULL,
  workload           TEXT NOT NULL,
  status             TEXT NOT NULL,
  provider           TEXT NOT NULL,
  digest             TEXT NOT NULL,
  stack              TEXT NOT NULL,
  metadata           TEXT NOT NULL,
  search             TEXT NOT NULL,
  received_at        TEXT NOT NULL,
  acknowledged_at    TEXT,
  acknowledgement_id BIGINT,
  PRIMARY KEY (image, hostname, workload)
);
CREATE INDEX occurrences_by_host ON occurrences (hostname, image);
CREATE INDEX occurrences_of_acknowledgement ON occurrences (acknowledgement_id) WHERE acknowledgement_id IS NOT NULL;
CREATE VIEW occurrence_metadata (image, acknowledged_at, key, value) AS
  SELECT o.image, o.acknowledged_at, m.key, m.value FROM occurrences o, json_each_text(o.metadata::json) m;
WITH bodies AS (
  SELECT image AS key, pg_temp.metadata(body) AS metadata FROM updates
)
INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search, received_at, acknowledged_at)
SELECT image, hostname, substr(ctn_name, 1, 200), status, provider, digest,
       substr(coalesce(metadata ->> 'stack', metadata ->> 'compose_project', metadata ->> 'pod_namespace', metadata ->> 'job_name', ''), 1, 200), metadata::text,
       substr(lower(image || ' ' || hostname || ' ' || ctn_name || ' ' || metadata::text), 1, 4000),
       pending_since, acknowledged_at
FROM updates JOIN bodies ON key = image;

-- canonical: the host itself, or the one that it was merged into in the end.
CREATE TABLE hosts (
  hostname      TEXT PRIMARY KEY,
  display_name  TEXT NOT NULL DEFAULT '',
  merged_into   TEXT,
  canonical     TEXT NOT NULL,
  diun_version  TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  last_seen_at  TEXT NOT NULL
);
INSERT INTO hosts (hostname, canonical, diun_version, first_seen_at, last_seen_at)
SELECT hostname, hostname, max(diun_version), min(pending_since), max(pending_since) FROM updates GROUP BY hostname;
CREATE INDEX hosts_merged ON hosts (merged_into) WHERE merged_into IS NOT NULL;

-- What people did at once, and can undo at once: kind is acknowledgement or snooze; examples are the first images, as JSON.
CREATE TABLE changes (
  id        BIGSERIAL PRIMARY KEY,
  kind      TEXT NOT NULL,
  at        TEXT NOT NULL,
  actor     TEXT NOT NULL,
  note      TEXT NOT NULL,
  count     INTEGER NOT NULL DEFAULT 0,
  examples  TEXT NOT NULL DEFAULT '[]',
  undone_at TEXT
);

-- Everything that happened; ids are in the order of the commits. opened: by how much the number of images not done grew.
CREATE TABLE activity (
  id            BIGSERIAL PRIMARY KEY,
  at            TEXT NOT NULL,
  kind          TEXT NOT NULL,
  image         TEXT NOT NULL DEFAULT '',
  hostname      TEXT NOT NULL DEFAULT '',
  workload      TEXT NOT NULL DEFAULT '',
  digest        TEXT NOT NULL DEFAULT '',
  actor         TEXT NOT NULL DEFAULT '',
  note          TEXT NOT NULL DEFAULT '',
  change_id     BIGINT,
  opened        INTEGER NOT NULL DEFAULT 0,
  pending_since TEXT,
  body          TEXT NOT NULL DEFAULT ''
);
INSERT INTO activity (at, kind, image, hostname, workload, digest, opened, body)
SELECT pending_since, 'notified', image, hostname, substr(ctn_name, 1, 200), digest,
       CASE WHEN acknowledged_at IS NULL THEN 1 ELSE 0 END, body
FROM updates ORDER BY pending_since, image;
CREATE INDEX activity_by_time ON activity (at);
CREATE INDEX activity_of_image ON activity (image, id);
CREATE INDEX activity_of_host ON activity (hostname, id);
CREATE INDEX activity_undone ON activity (change_id, image) WHERE kind = 'reopened';

ALTER TABLE tags ADD COLUMN colour TEXT NOT NULL DEFAULT '';
ALTER TABLE tags ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tag_assignments ADD COLUMN by_rule INTEGER NOT NULL DEFAULT 0;
CREATE INDEX tag_assignments_of_tag ON tag_assignments (tag_id);

-- field: image, registry, host, provider or metadata.<key>
CREATE TABLE tag_rules (
  id      SERIAL PRIMARY KEY,
  tag_id  INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  field   TEXT NOT NULL,
  pattern TEXT NOT NULL
);
CREATE INDEX tag_rules_of_tag ON tag_rules (tag_id);
