-- Back to the version before V34: how long single images are held back is lost; what is held back stays so.
DROP TABLE image_holds;
DELETE FROM flyway_schema_history WHERE version = '34';
