-- Back to V5: the state moves from the occurrence to the image. Muted images are done, snoozes of single occurrences end,
-- and what was forgotten is lost.
DROP TABLE removed_hosts;
DROP TABLE removed_occurrences;
DROP TABLE removed_updates;
DROP TABLE change_occurrences;
DELETE FROM changes WHERE kind NOT IN ('acknowledgement', 'snooze');
ALTER TABLE changes DROP COLUMN occurrences;
DROP VIEW occurrence_metadata;
DROP INDEX updates_muted;
ALTER TABLE updates DROP COLUMN state;
ALTER TABLE updates DROP COLUMN muted_at;
ALTER TABLE updates ADD COLUMN acknowledgement_id BIGINT;
ALTER TABLE updates ADD COLUMN snooze_id BIGINT;
UPDATE updates SET
  snooze_id = CASE WHEN snoozed_until IS NOT NULL
                   THEN (SELECT min(o.state_change_id) FROM occurrences o WHERE o.image = updates.image AND o.state = 'snoozed') END,
  acknowledgement_id = CASE WHEN acknowledged_at IS NOT NULL
                            THEN (SELECT max(o.state_change_id) FROM occurrences o WHERE o.image = updates.image) END
WHERE snoozed_until IS NOT NULL OR acknowledged_at IS NOT NULL;
CREATE INDEX updates_snooze ON updates (snooze_id) WHERE snooze_id IS NOT NULL;
DROP INDEX occurrences_snoozed;
DROP INDEX occurrences_of_mute;
UPDATE occurrences SET acknowledged_at = coalesce(acknowledged_at, muted_at),
                       state_change_id = CASE WHEN acknowledged_at IS NOT NULL AND muted_at IS NULL THEN state_change_id END
WHERE state <> 'acknowledged';
ALTER TABLE occurrences DROP COLUMN state;
ALTER TABLE occurrences DROP COLUMN note_change_id;
ALTER TABLE occurrences DROP COLUMN mute_change_id;
ALTER TABLE occurrences DROP COLUMN note;
ALTER TABLE occurrences DROP COLUMN mutes_image;
ALTER TABLE occurrences DROP COLUMN muted_at;
ALTER TABLE occurrences DROP COLUMN snoozed_until;
ALTER TABLE occurrences DROP COLUMN acknowledged_by;
ALTER TABLE occurrences RENAME COLUMN state_change_id TO acknowledgement_id;
CREATE INDEX occurrences_of_acknowledgement ON occurrences (acknowledgement_id) WHERE acknowledgement_id IS NOT NULL;
CREATE VIEW occurrence_metadata (image, acknowledged_at, key, value) AS
  SELECT o.image, o.acknowledged_at, m.key, m.value FROM occurrences o, json_each_text(o.metadata::json) m;
DELETE FROM flyway_schema_history WHERE version = '6';
