-- Back to the version before V31: the preferences of users are lost; those in their browsers stay.
DROP TABLE preferences;
DELETE FROM flyway_schema_history WHERE version = '31';
