-- Back to V31: the positions of channels are lost. With a later version, channels begin with the newest activity again.
ALTER TABLE removed_hosts DROP COLUMN silence_logged;
ALTER TABLE hosts DROP COLUMN silence_logged;
DROP TABLE channels;
DELETE FROM flyway_schema_history WHERE version = '32';
