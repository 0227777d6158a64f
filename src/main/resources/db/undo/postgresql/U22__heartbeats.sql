-- Back to the version before V22: the heartbeats and their runs are lost.
DROP TABLE heartbeat_runs;
DROP TABLE heartbeats;
DELETE FROM flyway_schema_history WHERE version = '22';
