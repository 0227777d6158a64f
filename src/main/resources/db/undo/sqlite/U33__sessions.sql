-- Back to the version before V33: users must sign in again.
DROP TABLE sessions;
DELETE FROM flyway_schema_history WHERE version = '33';
