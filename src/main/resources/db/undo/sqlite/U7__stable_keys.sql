-- Back to V6: occurrences and updates get their former keys back, with their state. Those that were reported since keep
-- their new keys, because the row of the former key is out of date.
DELETE FROM replaced_occurrences WHERE NOT EXISTS (
  SELECT 1 FROM occurrences o
  WHERE o.image = new_image AND o.hostname = replaced_occurrences.hostname AND o.workload = new_workload
    AND o.received_at = last_received_at);
-- State that was changed since: of a place that was one row, all of it; of one that was several, what is done now.
UPDATE replaced_occurrences SET
  (acknowledged_at, acknowledged_by, snoozed_until, muted_at, mutes_image, note, state_change_id, mute_change_id, note_change_id)
  = (o.acknowledged_at, o.acknowledged_by, o.snoozed_until, o.muted_at, o.mutes_image, o.note, o.state_change_id, o.mute_change_id, o.note_change_id)
FROM occurrences o
WHERE o.image = new_image AND o.hostname = replaced_occurrences.hostname AND o.workload = new_workload
  AND (members = 1 OR o.state IN ('acknowledged', 'muted') AND replaced_occurrences.state IN ('pending', 'snoozed'));
DELETE FROM occurrences WHERE (image, hostname, workload) IN (SELECT new_image, hostname, new_workload FROM replaced_occurrences);
INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search, received_at, acknowledged_at,
  acknowledged_by, snoozed_until, muted_at, mutes_image, note, state_change_id, mute_change_id, note_change_id)
SELECT image, hostname, workload, status, provider, digest, stack, metadata, search, received_at, acknowledged_at,
  acknowledged_by, snoozed_until, muted_at, mutes_image, note, state_change_id, mute_change_id, note_change_id
FROM replaced_occurrences
WHERE TRUE
ON CONFLICT DO NOTHING;

DELETE FROM change_occurrences WHERE (change_id, image, hostname, workload) IN (
  SELECT change_id, new_image, hostname, new_workload FROM replaced_change_occurrences);
INSERT INTO change_occurrences (change_id, image, hostname, workload, acknowledged_at, acknowledged_by, snoozed_until, muted_at,
  mutes_image, note, state_change_id, mute_change_id, note_change_id)
SELECT change_id, image, hostname, workload, acknowledged_at, acknowledged_by, snoozed_until, muted_at,
  mutes_image, note, state_change_id, mute_change_id, note_change_id
FROM replaced_change_occurrences
WHERE change_id IN (SELECT id FROM changes);

-- An update under its new key stays if it has occurrences, which were reported since.
DELETE FROM updates WHERE image IN (SELECT new_image FROM replaced_updates) AND (
  NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.image = updates.image)
  OR times_notified = (SELECT sum(r.times_notified) FROM replaced_updates r WHERE r.new_image = updates.image)
     AND EXISTS (SELECT 1 FROM replaced_updates r WHERE r.image = updates.image));
INSERT INTO updates (image, registry, name, pending_since, times_notified, previous_digest, sent_image, diun_version, hostname,
  status, provider, hub_link, mime_type, digest, created, platform, ctn_name, ctn_id, ctn_state, ctn_status, received_at,
  acknowledged_at, acknowledged_by, snoozed_until, muted_at, note, body)
SELECT image, registry, name, pending_since, times_notified, previous_digest, sent_image, diun_version, hostname,
  status, provider, hub_link, mime_type, digest, created, platform, ctn_name, ctn_id, ctn_state, ctn_status, received_at,
  acknowledged_at, acknowledged_by, snoozed_until, muted_at, note, body
FROM replaced_updates r
WHERE EXISTS (SELECT 1 FROM occurrences o WHERE o.image = r.image)
ON CONFLICT DO NOTHING;
-- The state of images with occurrences whose state was changed since.
UPDATE updates SET
  acknowledged_at = CASE WHEN d.open = 0 THEN coalesce(d.acknowledged_at, d.muted_at) END,
  acknowledged_by = CASE WHEN d.open = 0 THEN coalesce(
    (SELECT o.acknowledged_by FROM occurrences o
     WHERE o.image = d.key AND o.state = 'acknowledged' AND o.acknowledged_at = d.acknowledged_at
     ORDER BY o.hostname, o.workload LIMIT 1), '') ELSE '' END,
  snoozed_until = CASE WHEN d.pending = 0 THEN d.snoozed_until END,
  muted_at = CASE WHEN d.open = 0 AND d.acknowledged_at IS NULL THEN d.muted_at END
FROM (
  SELECT image AS key,
         count(CASE WHEN state IN ('pending', 'snoozed') THEN 1 END) AS open,
         count(CASE WHEN state = 'pending' THEN 1 END) AS pending,
         max(CASE WHEN state = 'acknowledged' THEN acknowledged_at END) AS acknowledged_at,
         min(CASE WHEN state = 'snoozed' THEN snoozed_until END) AS snoozed_until,
         max(muted_at) AS muted_at
  FROM occurrences GROUP BY image
) d
WHERE updates.image = d.key AND updates.image IN (
  SELECT r.image FROM replaced_occurrences r
  JOIN occurrences o ON o.image = r.image AND o.hostname = r.hostname AND o.workload = r.workload
  WHERE o.state <> r.state);

DELETE FROM tag_assignments WHERE image IN (SELECT new_image FROM replaced_updates)
  AND (image IN (SELECT image FROM replaced_updates) OR image NOT IN (SELECT image FROM updates));
INSERT INTO tag_assignments (image, tag_id, by_rule)
SELECT image, tag_id, by_rule FROM replaced_updates WHERE tag_id IN (SELECT id FROM tags)
ON CONFLICT DO NOTHING;

DELETE FROM activity WHERE kind = 'replaced';
DROP TABLE replaced_updates;
DROP TABLE replaced_change_occurrences;
DROP TABLE replaced_occurrences;
ALTER TABLE removed_occurrences DROP COLUMN stack_guessed;
ALTER TABLE removed_occurrences DROP COLUMN created;
ALTER TABLE removed_occurrences DROP COLUMN platform;
ALTER TABLE occurrences DROP COLUMN stack_guessed;
ALTER TABLE occurrences DROP COLUMN created;
ALTER TABLE occurrences DROP COLUMN platform;
DELETE FROM flyway_schema_history WHERE version = '7';
