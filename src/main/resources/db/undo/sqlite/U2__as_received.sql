-- Back to V1, which the Go original understands.
DROP TABLE test_notifications;
ALTER TABLE updates DROP COLUMN body;
ALTER TABLE updates DROP COLUMN sent_image;
DELETE FROM flyway_schema_history WHERE version = '2';
