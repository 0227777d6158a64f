-- Back to V3: tokens are dropped, and have to be made anew after the next upgrade.
DROP TABLE tokens;
DELETE FROM flyway_schema_history WHERE version = '4';
