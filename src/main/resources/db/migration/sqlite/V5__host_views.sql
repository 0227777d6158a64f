-- host: the host that a hostname counts as after merges. name: the name that users gave that host, or null.
CREATE VIEW host_names (hostname, host, name) AS
  SELECT h.hostname, c.hostname, nullif(c.display_name, '') FROM hosts h JOIN hosts c ON c.hostname = h.canonical;

-- Every text that finds a hostname: the hostname, the host that it counts as, and the name of that host. Aliases repeat.
CREATE VIEW host_aliases (hostname, alias) AS
  SELECT hostname, hostname FROM hosts
  UNION ALL
  SELECT hostname, host FROM host_names
  UNION ALL
  SELECT hostname, name FROM host_names WHERE name IS NOT NULL;
