-- Labels of images, by the digest of their manifest, as imports read them. Empty if unknown.
CREATE TABLE digests (
  digest   TEXT PRIMARY KEY,
  version  TEXT NOT NULL,
  source   TEXT NOT NULL,
  revision TEXT NOT NULL,
  url      TEXT NOT NULL,
  created  TEXT NOT NULL
);
