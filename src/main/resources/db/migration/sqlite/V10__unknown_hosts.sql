-- Names of hosts that actions ask for and that never reported. count: how many actions.
CREATE TABLE unknown_hosts (
  name           TEXT PRIMARY KEY,
  first_asked_at TEXT NOT NULL,
  last_asked_at  TEXT NOT NULL,
  count          INTEGER NOT NULL
);
