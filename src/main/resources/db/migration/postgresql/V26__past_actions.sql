-- Past actions: who undid an action, when a snooze ends, and the actions on an image.
ALTER TABLE changes ADD COLUMN undone_by TEXT NOT NULL DEFAULT '';
ALTER TABLE changes ADD COLUMN snoozed_until TEXT;
CREATE INDEX change_occurrences_of_image ON change_occurrences (image);
