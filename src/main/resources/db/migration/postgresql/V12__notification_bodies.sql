-- The body of a notification is stored once, in the activity log. updates.body keeps a body that the log does not have.
UPDATE updates SET body = ''
WHERE body <> '' AND body = (
  SELECT n.body FROM activity n
  WHERE n.image = updates.image AND n.kind = 'notified' AND n.at = updates.received_at
  ORDER BY n.id DESC LIMIT 1);
