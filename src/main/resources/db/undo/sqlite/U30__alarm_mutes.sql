-- Back to V28: muted alarms are lost.
ALTER TABLE removed_hosts DROP COLUMN alarm_muted_until;
ALTER TABLE removed_hosts DROP COLUMN alarm_muted_at;
ALTER TABLE hosts DROP COLUMN alarm_muted_until;
ALTER TABLE hosts DROP COLUMN alarm_muted_at;
DELETE FROM flyway_schema_history WHERE version = '30';
