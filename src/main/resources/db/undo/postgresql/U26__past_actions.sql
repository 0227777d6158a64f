-- Back to V24: without who undid an action, and when a snooze ends.
DROP INDEX change_occurrences_of_image;
ALTER TABLE changes DROP COLUMN snoozed_until;
ALTER TABLE changes DROP COLUMN undone_by;
DELETE FROM flyway_schema_history WHERE version = '26';
