-- Notifications that the webhook rejected. detail, code and params: the response; params is a JSON object. body: its first 64 KiB. body_size: in bytes, of the whole body. body_hash: SHA-256 of the whole body, empty if no body is kept.
CREATE TABLE rejections (
  id        BIGSERIAL PRIMARY KEY,
  first_at  TEXT NOT NULL,
  at        TEXT NOT NULL,
  count     BIGINT NOT NULL,
  address   TEXT NOT NULL,
  reason    TEXT NOT NULL,
  detail    TEXT NOT NULL,
  code      TEXT NOT NULL,
  params    TEXT NOT NULL,
  body_size INTEGER NOT NULL,
  body_hash TEXT NOT NULL,
  body      TEXT NOT NULL,
  UNIQUE (address, reason, body_hash)
);
