-- Back to V12: odd keys of images as the Go original stored them. No data is lost.
UPDATE updates SET image = (SELECT r.image FROM renamed_images r WHERE r.new_image = updates.image), registry = '', name = '', sent_image = CASE WHEN sent_image = (SELECT r.image FROM renamed_images r WHERE r.new_image = updates.image) THEN '' ELSE sent_image END
WHERE image IN (SELECT new_image FROM renamed_images);
UPDATE occurrences SET image = (SELECT r.image FROM renamed_images r WHERE r.new_image = occurrences.image)
WHERE image IN (SELECT new_image FROM renamed_images);
UPDATE tag_assignments SET image = (SELECT r.image FROM renamed_images r WHERE r.new_image = tag_assignments.image)
WHERE image IN (SELECT new_image FROM renamed_images);
UPDATE change_occurrences SET image = (SELECT r.image FROM renamed_images r WHERE r.new_image = change_occurrences.image)
WHERE image IN (SELECT new_image FROM renamed_images);
UPDATE removed_updates SET image = (SELECT r.image FROM renamed_images r WHERE r.new_image = removed_updates.image)
WHERE image IN (SELECT new_image FROM renamed_images);
UPDATE removed_occurrences SET image = (SELECT r.image FROM renamed_images r WHERE r.new_image = removed_occurrences.image)
WHERE image IN (SELECT new_image FROM renamed_images);
UPDATE activity SET image = (SELECT r.image FROM renamed_images r WHERE r.new_image = activity.image)
WHERE image IN (SELECT new_image FROM renamed_images);
DROP TABLE renamed_images;
DELETE FROM flyway_schema_history WHERE version = '14';
