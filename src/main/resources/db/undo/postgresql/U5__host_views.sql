-- Back to V4: only the view is dropped. No data is lost.
DROP VIEW host_names;
DELETE FROM flyway_schema_history WHERE version = '5';
