package diundashboard.inbox;

import diundashboard.links.ImageLink;
import diundashboard.versions.ChangeView;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * One image in the inbox: its state, and the content of its latest notification. Members that are
 * unknown or do not apply are null.
 *
 * @param status {@code new} or {@code update}
 * @param hubLink an http or https address, set by the image publisher
 * @param digest of the manifest
 * @param previousDigest the digest before the current one
 * @param created when the image was built, RFC 3339
 * @param pendingSince when the image last became pending
 * @param snoozedUntil a time in RFC 3339, or {@code next-digest}
 * @param held true if it is snoozed until a new digest is no longer held back
 * @param timesNotified from 1
 * @param change the riskiest change of an open occurrence
 * @param olderTags tags that this one has superseded at its places, newest first
 * @param links to pages about it on other sites
 * @param occurrences by host and workload
 */
@JsonbPropertyOrder({
  "image",
  "state",
  "status",
  "provider",
  "hubLink",
  "mimeType",
  "platform",
  "digest",
  "previousDigest",
  "created",
  "receivedAt",
  "pendingSince",
  "acknowledgedAt",
  "acknowledgedBy",
  "snoozedUntil",
  "held",
  "timesNotified",
  "note",
  "tag",
  "change",
  "olderTags",
  "links",
  "occurrences"
})
public record InboxItem(
    ReferenceParts image,
    String state,
    String status,
    String provider,
    String hubLink,
    String mimeType,
    String platform,
    String digest,
    String previousDigest,
    String created,
    Instant receivedAt,
    Instant pendingSince,
    Instant acknowledgedAt,
    String acknowledgedBy,
    String snoozedUntil,
    boolean held,
    int timesNotified,
    String note,
    TagLabel tag,
    ChangeView change,
    List<OlderTag> olderTags,
    List<ImageLink> links,
    List<OccurrenceView> occurrences) {

  /** Hashes one member only, because Yasson computes the hash of each object that it writes. */
  @Override
  public int hashCode() {
    return image.reference().hashCode();
  }

  /**
   * An image reference and its parts.
   *
   * @param reference identifies the image
   * @param tag null if the reference has only a digest
   * @param digest null if the reference has a tag
   */
  @JsonbPropertyOrder({"reference", "registry", "repository", "tag", "digest"})
  public record ReferenceParts(
      String reference, String registry, String repository, String tag, String digest) {}

  /**
   * A tag that a newer one has superseded.
   *
   * @param supersededAt when it was last superseded
   * @param supersededBy the tag that was the newest then; null if unknown
   */
  @JsonbPropertyOrder({"tag", "supersededAt", "supersededBy"})
  public record OlderTag(String tag, Instant supersededAt, String supersededBy) {}

  /** The tag that a user or a rule assigned. */
  @JsonbPropertyOrder({"id", "name", "colour"})
  public record TagLabel(int id, String name, String colour) {}

  /**
   * One workload on one host that runs the image, with its latest notification.
   *
   * @param host the hostname as sent, or that of the host that it was merged into
   * @param hostName the name as shown to users
   * @param created when the image for this platform was built, RFC 3339
   * @param stackGuessed true if no metadata names the stack, see {@link
   *     diundashboard.images.StackName}
   * @param state pending, snoozed, acknowledged or muted
   * @param found true if the search of a list finds it; true in the details of an image
   * @param snoozedUntil a time in RFC 3339, or {@code next-digest}
   * @param held true if it is snoozed until its new digest is no longer held back
   */
  @JsonbPropertyOrder({
    "host",
    "hostName",
    "workload",
    "status",
    "provider",
    "digest",
    "created",
    "platform",
    "stack",
    "stackGuessed",
    "state",
    "found",
    "receivedAt",
    "acknowledgedAt",
    "acknowledgedBy",
    "snoozedUntil",
    "held",
    "note",
    "change",
    "metadata"
  })
  public record OccurrenceView(
      String host,
      String hostName,
      String workload,
      String status,
      String provider,
      String digest,
      String created,
      String platform,
      String stack,
      boolean stackGuessed,
      String state,
      boolean found,
      Instant receivedAt,
      Instant acknowledgedAt,
      String acknowledgedBy,
      String snoozedUntil,
      boolean held,
      String note,
      ChangeView change,
      JsonObject metadata) {

    /** Hashes one member only, see {@link InboxItem#hashCode()}. */
    @Override
    public int hashCode() {
      return host.hashCode();
    }
  }
}
