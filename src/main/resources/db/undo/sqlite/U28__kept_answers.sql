-- Back to the version before V28: the kept answers are lost.
DROP TABLE kept_answers;
DELETE FROM flyway_schema_history WHERE version = '28';
