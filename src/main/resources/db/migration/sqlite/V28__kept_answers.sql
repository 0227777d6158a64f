-- First answers to requests with an Idempotency-Key. fingerprint: SHA-256 of the request. status: NULL if the answer is not kept. type, body: NULL without a body.
CREATE TABLE kept_answers (
  actor       TEXT NOT NULL,
  request_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  at          TEXT NOT NULL,
  status      INTEGER,
  type        TEXT,
  body        TEXT,
  PRIMARY KEY (actor, request_key)
);
CREATE INDEX kept_answers_by_time ON kept_answers (at);
