package diundashboard.activity;

import java.time.Instant;

/**
 * The version of the data behind a response, which stays the same while this does. Every change of
 * images, tags and names of hosts appends to the activity log in its transaction; retention removes
 * the oldest entries. The latest contact of a host is not part of it.
 *
 * @param oldest id of the oldest entry of the activity log
 * @param newest id of the newest entry
 * @param validSince when the current minute began, because searches such as {@code older:7d} and
 *     the silence of hosts depend on the time
 */
public record DataVersion(long oldest, long newest, Instant validSince) {}
