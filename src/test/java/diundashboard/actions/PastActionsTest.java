package diundashboard.actions;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.actions.PastAction.Place;
import diundashboard.images.Image;
import diundashboard.images.SnoozeEnd;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.intake.NotificationService;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.http.TimeZoneParameter;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.security.Caller;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Past actions of all types. */
@OnBothDatabases
class PastActionsTest {

  private ActionService actions;
  private NotificationService notifications;
  private CurrentCaller caller;

  @BeforeEach
  void create(Database database) {
    var beans = Beans.on(database);
    actions = beans.get(ActionService.class);
    notifications = beans.get(NotificationService.class);
    caller = beans.get(CurrentCaller.class);
    by("anna");
  }

  @Test
  void tellWhatWhoAndWhere() {
    for (var image : List.of("a", "b", "c", "d", "e", "f")) receive(image, "nas", "web");
    receive("f", "vps", "");
    var done = perform(ActionType.ACKNOWLEDGEMENT, List.of("a", "b", "c", "d", "e"));
    var snoozed = perform(ActionType.SNOOZE, List.of("f"));
    by("ben");
    actions.undo(ActionType.ACKNOWLEDGEMENT, done);
    by("eve");
    actions.undo(ActionType.ACKNOWLEDGEMENT, done);
    assertThat(list(filter("")).stream().map(PastActionsTest::describe))
        .containsExactly(
            "snooze of 1 in 2 places on null by anna until next-digest: [f]",
            "acknowledgement of 5 in 5 places on nas by anna until null: [a, b, c, d, e] undone by ben");
    assertThat(actions.places(snoozed, Cursor.of("", "", ""), 5).items())
        .containsExactly(new Place("f", "nas", "nas", "web"), new Place("f", "vps", "vps", null));
    var first = actions.places(snoozed, Cursor.of("", "", ""), 1);
    assertThat(actions.places(snoozed, Cursor.decode(first.nextCursor(), 3), 1).items())
        .containsExactly(new Place("f", "vps", "vps", null));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "alpha, acknowledgement",
        "host:vps, snooze",
        "workload-of-b, snooze",
        "gone, removal",
        "host:pi, removal",
        "nothing, ''",
        "is:snoozed, snooze",
        "-host:nas, removal snooze",
        "image:*b*, snooze",
      })
  void areFoundByTheOccurrencesThatTheyChanged(String search, String found) {
    receive("alpha", "nas", "web");
    receive("beta", "vps", "workload-of-b");
    receive("gone", "pi", "web");
    perform(ActionType.ACKNOWLEDGEMENT, List.of("alpha"));
    perform(ActionType.SNOOZE, List.of("beta"));
    perform(ActionType.REMOVAL, List.of("gone"));
    assertThat(String.join(" ", kinds(filter(search)))).isEqualTo(found.replace("''", ""));
  }

  @Test
  void ofSomeOccurrencesAreFoundAfterTheirRemoval() {
    receive("web", "nas", "one");
    receive("web", "pi", "one");
    var onPi = new Selection(List.of(Image.parse("web")), null, null, null, "pi", null);
    actions.perform(new Action(ActionType.REMOVAL, onPi, "", null, false));
    assertThat(kinds(filter("host:pi"))).containsExactly("removal");
    assertThat(kinds(filter("host:nas"))).isEmpty();
  }

  @Test
  void areFilteredByTypeActorAndUndo() {
    for (var image : List.of("a", "b", "c")) receive(image, "nas", "web");
    var first = perform(ActionType.ACKNOWLEDGEMENT, List.of("a"));
    by("token:deploy");
    perform(ActionType.SNOOZE, List.of("b"));
    by("token");
    perform(ActionType.MUTE, List.of("c"));
    actions.undo(ActionType.ACKNOWLEDGEMENT, first);
    assertThat(kinds(by(List.of(ActionType.SNOOZE, ActionType.MUTE), null, Optional.empty())))
        .containsExactly("mute", "snooze");
    assertThat(kinds(by(List.of(), "token:*", Optional.empty()))).containsExactly("snooze");
    assertThat(kinds(by(List.of(), "token", Optional.empty()))).containsExactly("mute");
    assertThat(kinds(by(List.of(), null, Optional.of(true)))).containsExactly("acknowledgement");
    assertThat(kinds(by(List.of(), null, Optional.of(false)))).containsExactly("mute", "snooze");
  }

  private void by(String name) {
    caller.set(new Caller(name, Role.ADMIN), () -> true);
  }

  private static ActionFilter by(List<ActionType> types, String actor, Optional<Boolean> undone) {
    return new ActionFilter(types, actor, undone, SearchQuery.ALL, TimeZoneParameter.DEFAULT);
  }

  private static ActionFilter filter(String search) {
    return new ActionFilter(
        List.of(),
        null,
        Optional.empty(),
        SearchQuery.parse("q", search),
        TimeZoneParameter.DEFAULT);
  }

  private List<String> kinds(ActionFilter filter) {
    return list(filter).stream().map(PastAction::kind).toList();
  }

  private List<PastAction> list(ActionFilter filter) {
    return actions.list(filter, Long.MAX_VALUE, 50).items();
  }

  private static String describe(PastAction action) {
    return "%s of %d in %d places on %s by %s until %s: %s%s"
        .formatted(
            action.kind(),
            action.count(),
            action.occurrences(),
            action.host(),
            action.actor(),
            action.until(),
            action.images(),
            action.undoneAt() == null ? "" : " undone by " + action.undoneBy());
  }

  private long perform(ActionType type, List<String> images) {
    var selection =
        new Selection(images.stream().map(Image::parse).toList(), null, null, null, null, null);
    var until = type == ActionType.SNOOZE ? SnoozeEnd.NEXT_DIGEST : null;
    return actions.perform(new Action(type, selection, "", until, false)).id();
  }

  private void receive(String image, String host, String workload) {
    notifications.receive(
        """
        {"hostname":"%s","status":"new","provider":"docker","image":"%s","digest":"sha256:1","metadata":{"ctn_names":"%s"}}"""
            .formatted(host, image, workload));
  }
}
