package diundashboard.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.problem.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class CursorTest {

  @Property
  void isDecodedAsItWasEncoded(@ForAll("values") List<String> values) {
    var text = new Cursor(values).encode();
    assertThat(text).matches("[A-Za-z0-9_-]*");
    assertThat(Cursor.decode(text, values.size())).isEqualTo(new Cursor(values));
  }

  @Property
  void aCursorOfAnotherListIsRejected(@ForAll("values") List<String> values) {
    var text = new Cursor(values).encode();
    assertRejected(() -> Cursor.decode(text, values.size() + 1));
    assertRejected(() -> Cursor.decode(text, "other order", values.size() - 1));
  }

  @Property
  void otherTextsAreRejected(@ForAll String text, @ForAll("jsons") String json) {
    assertRejected(() -> Cursor.decode(text, 1));
    assertRejected(
        () ->
            Cursor.decode(
                Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)), 1));
  }

  @Property
  void anIdIsDecodedAsItWasEncoded(@ForAll long id) {
    assertThat(Cursor.decodeId(Cursor.of(id).encode(), 7)).isEqualTo(id);
    assertThat(Cursor.decodeId(null, id)).isEqualTo(id);
    assertRejected(() -> Cursor.decodeId(Cursor.of("x" + id).encode(), 7));
  }

  @Provide
  Arbitrary<List<String>> values() {
    return Arbitraries.strings()
        .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> jsons() {
    return Arbitraries.of(
        "",
        "[",
        "[]",
        "{}",
        "1",
        "null",
        "[1]",
        "[null]",
        "[[]]",
        "[\"a\",\"b\"]",
        "\"a\"",
        "[\"a\"]x",
        "[".repeat(2000));
  }

  private static void assertRejected(ThrowingCallable decoding) {
    assertThatThrownBy(decoding).isInstanceOf(InvalidInputException.class);
  }
}
