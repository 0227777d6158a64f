CREATE TABLE schema_migrations (version uint64, dirty bool);
CREATE UNIQUE INDEX version_unique ON schema_migrations (version);
INSERT INTO schema_migrations VALUES (3, false);
CREATE TABLE updates (
  image TEXT PRIMARY KEY, diun_version TEXT NOT NULL DEFAULT '', hostname TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '', provider TEXT NOT NULL DEFAULT '', hub_link TEXT NOT NULL DEFAULT '',
  mime_type TEXT NOT NULL DEFAULT '', digest TEXT NOT NULL DEFAULT '', created TEXT NOT NULL DEFAULT '',
  platform TEXT NOT NULL DEFAULT '', ctn_name TEXT NOT NULL DEFAULT '', ctn_id TEXT NOT NULL DEFAULT '',
  ctn_state TEXT NOT NULL DEFAULT '', ctn_status TEXT NOT NULL DEFAULT '', received_at TEXT NOT NULL,
  acknowledged_at TEXT);
CREATE TABLE tags (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
CREATE TABLE tag_assignments (image TEXT PRIMARY KEY, tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE);
INSERT INTO updates VALUES
  ('docker.io/library/nginx:latest', 'v4.29.0', 'nas', 'update', 'docker', 'https://hub.docker.com/_/nginx',
   'application/vnd.oci.image.index.v1+json', 'sha256:1', '2026-01-02T03:04:05Z', 'linux/amd64', 'web', '4b5e',
   'running', 'Up 2 weeks', '2026-10-20T10:11:12.123456789+02:00', NULL),
  ('docker.io/library/redis:8', '', '', '', '', '', '', '', '', '', '', '', '', '', '2026-09-20T10:11:12Z',
   '2026-09-21 08:00:00');
INSERT INTO tags VALUES (3, 'media');
INSERT INTO tag_assignments VALUES ('docker.io/library/nginx:latest', 3);
