-- host: the host that a hostname counts as after merges. name: the name that users gave that host, or null.
CREATE VIEW host_names (hostname, host, name) AS
  SELECT h.hostname, c.hostname, nullif(c.display_name, '') FROM hosts h JOIN hosts c ON c.hostname = h.canonical;
