-- Searches of the inbox that users have named. owner: name of the user, empty while authentication is off. name_key: the name in lower case.
CREATE TABLE saved_views (
  id         SERIAL PRIMARY KEY,
  owner      TEXT NOT NULL,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL,
  query      TEXT NOT NULL,
  sort_order TEXT NOT NULL,
  grouped_by TEXT NOT NULL,
  UNIQUE (owner, name_key)
);
