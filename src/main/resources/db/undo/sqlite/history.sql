-- Run this before the undo scripts: they and earlier releases know the migration history under Flyway's default name.
ALTER TABLE diun_schema_history RENAME TO flyway_schema_history;
DROP INDEX IF EXISTS diun_schema_history_s_idx;
CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history (success);
