-- Back to nothing: this drops all that was received. Who goes back to the Go original stops at V1.
DROP TABLE tag_assignments;
DROP TABLE tags;
DROP TABLE updates;
DELETE FROM flyway_schema_history WHERE version = '1';
