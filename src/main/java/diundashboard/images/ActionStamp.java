package diundashboard.images;

import java.time.Instant;

/**
 * The id, time, actor and note of an action, stored with the images that it changes.
 *
 * @param id of the action in the table {@code changes}; 0 if it is not stored yet
 * @param actor the caller's name; empty if authentication is off
 * @param note replaces the notes of the images; empty keeps them
 */
public record ActionStamp(long id, Instant at, String actor, String note) {

  /** The actor when a newer version makes older ones done. */
  public static final String SUPERSEDED = "superseded";

  /** The actor when an import adds images, which are done. */
  public static final String IMPORTED = "imported";
}
