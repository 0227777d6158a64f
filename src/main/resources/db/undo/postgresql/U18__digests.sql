-- Back to V16: the labels of images are lost. Changes keep the versions that they had.
DROP TABLE digests;
DELETE FROM flyway_schema_history WHERE version = '18';
