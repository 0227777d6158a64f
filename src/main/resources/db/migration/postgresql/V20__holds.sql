-- hold_from: when a digest was first reported that is held back; NULL if it is not, or not any more.
ALTER TABLE occurrences ADD COLUMN hold_from TEXT;
ALTER TABLE removed_occurrences ADD COLUMN hold_from TEXT;
ALTER TABLE change_occurrences ADD COLUMN hold_from TEXT;

-- hold: how long images with the tag are held back, such as minor:2d,major:14d; NULL for the setting.
ALTER TABLE tags ADD COLUMN hold TEXT;
CREATE INDEX tags_with_hold ON tags (id) WHERE hold IS NOT NULL;
