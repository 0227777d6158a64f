package diundashboard.live;

import diundashboard.web.Json;

/**
 * One server-sent event.
 *
 * @param id of the last activity that it tells of
 * @param text as the client gets it
 */
record Message(long id, String text) {

  /** Makes a message of data that JSON can hold. */
  static Message of(long id, String event, Object data) {
    return new Message(
        id, "id: %d\nevent: %s\ndata: %s\n\n".formatted(id, event, Json.write(data)));
  }

  /** The first of a client that begins now. */
  static Message hello(long newest) {
    return of(newest, "hello", new Place(newest));
  }

  /** The first of a client that cannot be told what it missed. */
  static Message reset(long newest) {
    return of(newest, "reset", new Place(newest));
  }

  /**
   * A place in the log.
   *
   * @param id of the newest activity; 0 if there is none
   */
  public record Place(long id) {}
}
