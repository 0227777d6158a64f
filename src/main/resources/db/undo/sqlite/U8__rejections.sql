-- Back to the version before V8: the rejected notifications are lost.
DROP TABLE rejections;
DELETE FROM flyway_schema_history WHERE version = '8';
