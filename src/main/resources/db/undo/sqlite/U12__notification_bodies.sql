-- Back to the version before V12: each image has the body of its latest notification again. No data is lost.
UPDATE updates SET body = coalesce(
  (SELECT n.body FROM activity n
   WHERE n.image = updates.image AND n.kind = 'notified' AND n.at = updates.received_at
   ORDER BY n.id DESC LIMIT 1), '')
WHERE body = '';
DELETE FROM flyway_schema_history WHERE version = '12';
