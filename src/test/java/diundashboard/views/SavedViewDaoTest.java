package diundashboard.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.inbox.SortOrder;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SavedViewDaoTest {

  private SavedViewDao views;

  @BeforeEach
  void create(Database database) {
    views = new SavedViewDao(database);
  }

  @Test
  void viewsAreListedByNameAndOwner() {
    var old = create("anna", "old");
    var majors = create("anna", "Majors");
    var others = create("", "Majors");
    assertThat(views.list("anna")).containsExactly(majors, old);
    assertThat(views.list("")).containsExactly(others);
    assertThat(views.list("erin")).isEmpty();
    assertThat(views.count("anna")).isEqualTo(2);
    assertThat(majors).isEqualTo(new SavedView(majors.id(), "Majors", "host:nas", "kind", "host"));
  }

  @Test
  void namesAreUniqueRegardlessOfCase() {
    create("anna", "Über");
    var other = create("anna", "old");
    assertThat(views.create("anna", request("über"))).isEmpty();
    assertThatThrownBy(() -> views.replace("anna", other.id(), request("ÜBER")))
        .isInstanceOf(ViewNameTakenException.class);
    assertThat(views.list("anna")).extracting(SavedView::name).containsExactly("old", "Über");
  }

  @Test
  void aViewIsReplacedAndDeletedByItsOwnerOnly() {
    var view = create("anna", "old");
    assertThat(views.replace("erin", view.id(), request("x"))).isEmpty();
    assertThat(views.delete("erin", view.id())).isFalse();
    assertThat(views.replace("anna", view.id(), request("OLD")))
        .contains(new SavedView(view.id(), "OLD", "host:nas", "kind", "host"));
    assertThat(views.delete("anna", view.id())).isTrue();
    assertThat(views.delete("anna", view.id())).isFalse();
    assertThat(views.list("anna")).isEmpty();
  }

  private SavedView create(String owner, String name) {
    return views.create(owner, request(name)).orElseThrow();
  }

  private static SavedViewRequest request(String name) {
    return new SavedViewRequest(name, "host:nas", SortOrder.KIND, Grouping.HOST);
  }
}
