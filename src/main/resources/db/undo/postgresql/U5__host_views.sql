-- Back to V4: only the views are dropped. No data is lost.
DROP VIEW host_aliases;
DROP VIEW host_names;
DELETE FROM flyway_schema_history WHERE version = '5';
