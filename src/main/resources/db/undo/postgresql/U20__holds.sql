-- Back to V18: without holds. What is held back stays snoozed.
DROP INDEX tags_with_hold;
ALTER TABLE tags DROP COLUMN hold;
ALTER TABLE occurrences DROP COLUMN hold_from;
ALTER TABLE removed_occurrences DROP COLUMN hold_from;
ALTER TABLE change_occurrences DROP COLUMN hold_from;
DELETE FROM flyway_schema_history WHERE version = '20';
