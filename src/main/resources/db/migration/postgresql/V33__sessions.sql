-- Sessions of signed-in users. hash: SHA-256 of the cookie. settings_version: changes with the settings that gave the user access. sign_out_url: ends the session at the OpenID Connect provider, or is empty. used_at: the last request, accurate to a minute.
CREATE TABLE sessions (
  hash             TEXT NOT NULL PRIMARY KEY,
  name             TEXT NOT NULL,
  role             TEXT NOT NULL,
  settings_version TEXT NOT NULL,
  sign_out_url     TEXT NOT NULL,
  created_at       TEXT NOT NULL,
  used_at          TEXT NOT NULL
);
