package diundashboard.inbox;

import diundashboard.images.UpdateState;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * One image in the inbox: what Diun said last, and how it stands. Null is what nobody knows, or
 * what is not so.
 *
 * @param status {@code new} or {@code update}
 * @param hubLink http or https; chosen by whoever published the image
 * @param digest of the manifest
 * @param previousDigest the one before it
 * @param created when the image was built, RFC 3339
 * @param pendingSince since when it waits, or waited before it was acknowledged
 * @param snoozedUntil a moment, or {@code next-digest}
 * @param timesNotified from 1
 * @param occurrences where it runs, by host and workload
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
  "timesNotified",
  "note",
  "tag",
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
    int timesNotified,
    String note,
    TagLabel tag,
    List<OccurrenceView> occurrences) {

  /** The same with where it runs. */
  InboxItem with(List<OccurrenceView> places) {
    return new InboxItem(
        image,
        state,
        status,
        provider,
        hubLink,
        mimeType,
        platform,
        digest,
        previousDigest,
        created,
        receivedAt,
        pendingSince,
        acknowledgedAt,
        acknowledgedBy,
        snoozedUntil,
        timesNotified,
        note,
        tag,
        places);
  }

  /** A text of the database's; null where it is empty. */
  static String known(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Of one member only: Yasson hashes what it writes. */
  @Override
  public int hashCode() {
    return image.reference().hashCode();
  }

  /**
   * An image, and the parts of its name.
   *
   * @param reference what it is known by
   * @param tag null where only a digest stands
   * @param digest null where a tag stands
   */
  @JsonbPropertyOrder({"reference", "registry", "repository", "tag", "digest"})
  public record ReferenceParts(
      String reference, String registry, String repository, String tag, String digest) {}

  /** The tag that people or rules gave it. */
  @JsonbPropertyOrder({"id", "name", "colour"})
  public record TagLabel(int id, String name, String colour) {}

  /**
   * Where an image runs, and what was last said of it there.
   *
   * @param host the name that it sends, or that of the host that it was merged into
   * @param hostName what people call it
   * @param state whether it is pending or acknowledged there
   */
  @JsonbPropertyOrder({
    "host",
    "hostName",
    "workload",
    "status",
    "provider",
    "digest",
    "stack",
    "state",
    "receivedAt",
    "acknowledgedAt",
    "metadata"
  })
  public record OccurrenceView(
      String host,
      String hostName,
      String workload,
      String status,
      String provider,
      String digest,
      String stack,
      String state,
      Instant receivedAt,
      Instant acknowledgedAt,
      JsonObject metadata) {

    boolean isPending() {
      return acknowledgedAt == null;
    }

    /** The same, but to be done. */
    OccurrenceView pending() {
      return new OccurrenceView(
          host,
          hostName,
          workload,
          status,
          provider,
          digest,
          stack,
          UpdateState.PENDING.value(),
          receivedAt,
          null,
          metadata);
    }

    /** As for the whole. */
    @Override
    public int hashCode() {
      return host.hashCode();
    }
  }
}
