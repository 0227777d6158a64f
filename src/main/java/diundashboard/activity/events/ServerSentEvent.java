package diundashboard.activity.events;

import diundashboard.platform.json.JsonbProvider;

/**
 * One server-sent event.
 *
 * @param id of the last activity that it tells of
 * @param text as the client gets it
 */
record ServerSentEvent(long id, String text) {

  /** Makes a message of data that JSON can hold. */
  static ServerSentEvent of(long id, String event, Object data) {
    return new ServerSentEvent(
        id, "id: %d\nevent: %s\ndata: %s\n\n".formatted(id, event, JsonbProvider.write(data)));
  }

  /** The first of a client that begins now. */
  static ServerSentEvent hello(long newest) {
    return of(newest, "hello", new Position(newest));
  }

  /** The first of a client that cannot be told what it missed. */
  static ServerSentEvent reset(long newest) {
    return of(newest, "reset", new Position(newest));
  }

  /**
   * A place in the log.
   *
   * @param id of the newest activity; 0 if there is none
   */
  public record Position(long id) {}
}
