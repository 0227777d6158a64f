-- Back to the version before V10: the unknown hosts are lost.
DROP TABLE unknown_hosts;
DELETE FROM flyway_schema_history WHERE version = '10';
