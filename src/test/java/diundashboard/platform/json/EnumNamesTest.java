package diundashboard.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnumNamesTest {

  private enum Direction {
    NORTH,
    SOUTH_WEST,
    EAST
  }

  private enum Single {
    ONE
  }

  @Test
  void namesAreInLowerCase() {
    assertThat(EnumNames.of(Direction.SOUTH_WEST)).isEqualTo("south_west");
    assertThat(EnumNames.find(Direction.class, "south_west")).contains(Direction.SOUTH_WEST);
  }

  @Test
  void otherSpellingsAreNotFound() {
    assertThat(EnumNames.find(Direction.class, "SOUTH_WEST")).isEmpty();
    assertThat(EnumNames.find(Direction.class, "south-west")).isEmpty();
    assertThat(EnumNames.find(Direction.class, "")).isEmpty();
  }

  @Test
  void namesAreListedForMessages() {
    assertThat(EnumNames.list(Direction.class)).isEqualTo("north, south_west or east");
    assertThat(EnumNames.list(Single.class)).isEqualTo("one");
  }
}
