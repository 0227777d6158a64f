-- Back to the version before V24: the saved views are lost.
DROP TABLE saved_views;
DELETE FROM flyway_schema_history WHERE version = '24';
