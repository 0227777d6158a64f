-- What a fleet needs: where each image runs, what happened to it, and what people did about it.
UPDATE updates SET hostname = substr(hostname, 1, 200) WHERE length(hostname) > 200;
ALTER TABLE updates ADD COLUMN registry TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN pending_since TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN times_notified INTEGER NOT NULL DEFAULT 1;
ALTER TABLE updates ADD COLUMN previous_digest TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN acknowledged_by TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN acknowledgement_id INTEGER;
ALTER TABLE updates ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE updates ADD COLUMN snoozed_until TEXT;
ALTER TABLE updates ADD COLUMN snooze_id INTEGER;
UPDATE updates SET pending_since = coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', received_at), '1970-01-01T00:00:00.000Z');
WITH paths AS (
  SELECT image AS key, CASE instr(image, '@') WHEN 0 THEN image ELSE substr(image, 1, instr(image, '@') - 1) END AS path FROM updates
), parts AS (
  SELECT key, CASE instr(path, '/') WHEN 0 THEN '' ELSE substr(path, 1, instr(path, '/') - 1) END AS first,
         replace(path, rtrim(path, replace(path, '/', '')), '') AS last
  FROM paths
)
UPDATE updates SET
  registry = CASE WHEN first LIKE '%.%' OR first LIKE '%:%' OR first = 'localhost' THEN first ELSE 'docker.io' END,
  name = lower(CASE instr(last, ':') WHEN 0 THEN last ELSE substr(last, 1, instr(last, ':') - 1) END)
FROM parts WHERE key = image;

-- Each order of the list, of what is pending and of all.
CREATE INDEX updates_pending_by_time ON updates (pending_since, image) WHERE acknowledged_at IS NULL AND snoozed_until IS NULL;
CREATE INDEX updates_pending_by_name ON updates (name, image) WHERE acknowledged_at IS NULL AND snoozed_until IS NULL;
CREATE INDEX updates_pending_by_host ON updates (hostname, image) WHERE acknowledged_at IS NULL AND snoozed_until IS NULL;
CREATE INDEX updates_snoozed ON updates (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX updates_snooze ON updates (snooze_id) WHERE snooze_id IS NOT NULL;
CREATE INDEX updates_acknowledged ON updates (acknowledged_at, image) WHERE acknowledged_at IS NOT NULL;
CREATE INDEX updates_by_time ON updates (pending_since, image);
CREATE INDEX updates_by_name ON updates (name, image);
CREATE INDEX updates_by_host ON updates (hostname, image);

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
  acknowledgement_id INTEGER,
  PRIMARY KEY (image, hostname, workload)
);
CREATE INDEX occurrences_by_host ON occurrences (hostname, image);
CREATE INDEX occurrences_of_acknowledgement ON occurrences (acknowledgement_id) WHERE acknowledgement_id IS NOT NULL;
CREATE VIEW occurrence_metadata (image, acknowledged_at, key, value) AS
  SELECT o.image, o.acknowledged_at, m.key, m.value FROM occurrences o, json_each(o.metadata) m;
WITH bodies AS (
  SELECT image AS key,
         CASE WHEN NOT json_valid(body) THEN '{}'
              WHEN json_type(body, '$.metadata') = 'object' THEN json_extract(body, '$.metadata')
              ELSE '{}' END AS metadata
  FROM updates
)
INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search, received_at, acknowledged_at)
SELECT image, hostname, substr(ctn_name, 1, 200), status, provider, digest,
       substr(coalesce(json_extract(metadata, '$.stack'), json_extract(metadata, '$.compose_project'),
                       json_extract(metadata, '$.pod_namespace'), json_extract(metadata, '$.job_name'), ''), 1, 200), metadata,
       substr(lower(image || ' ' || hostname || ' ' || ctn_name || ' ' || metadata), 1, 4000),
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
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
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
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  at            TEXT NOT NULL,
  kind          TEXT NOT NULL,
  image         TEXT NOT NULL DEFAULT '',
  hostname      TEXT NOT NULL DEFAULT '',
  workload      TEXT NOT NULL DEFAULT '',
  digest        TEXT NOT NULL DEFAULT '',
  actor         TEXT NOT NULL DEFAULT '',
  note          TEXT NOT NULL DEFAULT '',
  change_id     INTEGER,
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
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  tag_id  INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  field   TEXT NOT NULL,
  pattern TEXT NOT NULL
);
CREATE INDEX tag_rules_of_tag ON tag_rules (tag_id);
