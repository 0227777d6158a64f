-- Secrets of the pings that Diun sends for its runs. hash: SHA-256 of the UUID. pings: how many. last_failed_at: when Diun last stopped.
CREATE TABLE heartbeats (
  id              SERIAL PRIMARY KEY,
  hostname        TEXT NOT NULL UNIQUE,
  hash            TEXT NOT NULL UNIQUE,
  created_at      TEXT NOT NULL,
  created_by      TEXT NOT NULL,
  pings           BIGINT NOT NULL,
  last_started_at TEXT,
  last_ended_at   TEXT,
  last_failed_at  TEXT
);
-- The last runs of Diun. started_at: NULL if unknown. ended_at: NULL while it runs, or if it never ended. failed: 1 if Diun stopped during the run. The others: numbers of tags, NULL if unknown.
CREATE TABLE heartbeat_runs (
  id           BIGSERIAL PRIMARY KEY,
  heartbeat_id INTEGER NOT NULL REFERENCES heartbeats (id) ON DELETE CASCADE,
  started_at   TEXT,
  ended_at     TEXT,
  failed       INTEGER NOT NULL,
  scanned      INTEGER,
  new_tags     INTEGER,
  updated      INTEGER,
  unchanged    INTEGER,
  skipped      INTEGER,
  errors       INTEGER
);
CREATE INDEX heartbeat_runs_of_heartbeat ON heartbeat_runs (heartbeat_id, id);
