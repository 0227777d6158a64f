package diundashboard.activity.events;

import diundashboard.platform.json.JsonbProvider;

/**
 * One server-sent event.
 *
 * @param id of the last log entry that it covers
 * @param text in the format {@code text/event-stream}
 */
record ServerSentEvent(long id, String text) {

  /** Creates an event whose data is an object in JSON. */
  static ServerSentEvent of(long id, String name, Object data) {
    return new ServerSentEvent(
        id, "id: %d\nevent: %s\ndata: %s\n\n".formatted(id, name, JsonbProvider.write(data)));
  }

  /** The first event of a new client. */
  static ServerSentEvent hello(long newest) {
    return of(newest, "hello", new Position(newest));
  }

  /** The first event of a client whose missed events are no longer available. */
  static ServerSentEvent reset(long newest) {
    return of(newest, "reset", new Position(newest));
  }

  /**
   * A position in the log.
   *
   * @param id of the newest entry; 0 if there is none
   */
  public record Position(long id) {}
}
