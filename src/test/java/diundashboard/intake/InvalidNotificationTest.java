package diundashboard.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.Payloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Request bodies that {@link NotificationParser} rejects, and those next to them that it accepts.
 */
class InvalidNotificationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''             | The request body is empty. Send Diun's JSON object.",
        "'  '           | The request body is empty. Send Diun's JSON object.",
        "hello          | The request body is not JSON. Send Diun's JSON object.",
        "{\"image\":    | The request body is not JSON. Send Diun's JSON object.",
        "[]             | The request body is not a JSON object. Send Diun's JSON object.",
        "\"nginx\"      | The request body is not a JSON object. Send Diun's JSON object.",
        "null           | The request body is not a JSON object. Send Diun's JSON object.",
        "{}             | Member \"image\" is missing or not a string.",
        "{\"image\":7}  | Member \"image\" is missing or not a string.",
        "{\"image\":null}  | Member \"image\" is missing or not a string.",
        "{\"image\":\" \"} | Member \"image\" is empty.",
      })
  void invalidNotificationsAreRejectedWithASentence(String body, String sentence) {
    assertThatThrownBy(() -> NotificationParser.parse(body))
        .isInstanceOf(InvalidNotificationException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"image\":\"a\"}{\"image\":\"b\"}",
        "{\"image\":\"a\"} [",
        "{\"image\":\"a\"}}",
        "{\"image\":\"a\"},",
        "{\"image\":\"a\"}\n--boundary",
        "{\"image\":\"a\"}\0",
        "{\"image\":\"a\"} 1"
      })
  void textAfterTheObjectIsRejected(String body) {
    assertThatThrownBy(() -> NotificationParser.parse(body))
        .isInstanceOf(InvalidNotificationException.class)
        .hasMessage(
            "The request body continues after the JSON object. Send one notification in each request.");
  }

  @Test
  void twoNotificationsInOneBodyAreRejected() {
    assertThatThrownBy(() -> NotificationParser.parse(Payloads.readField("two-notifications")))
        .hasMessage(
            "The request body continues after the JSON object. Send one notification in each request.");
  }

  @Test
  void whiteSpaceAroundTheObjectIsIgnored() {
    assertThat(NotificationParser.parse(" \r\n\t{\"image\":\"a\"} \r\n\t\n").image().key())
        .isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ha.lan/api/camera_proxy/camera.door?token=abc",
        "https://hub.docker.com/r/itzg/minecraft-server:java11",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==",
        "Data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==",
        "The door is open",
        "docker.io/library/nginx: latest",
        "a\\tb",
        "a\\u00a0b"
      })
  void textThatIsNoImageReferenceIsRejected(String image) {
    assertThatThrownBy(() -> NotificationParser.parse("{\"image\":\"" + image + "\"}"))
        .isInstanceOf(InvalidNotificationException.class)
        .hasMessage(
            "Member \"image\" is not an image reference such as docker.io/library/nginx:latest.");
  }

  @ParameterizedTest
  @CsvSource({
    "' docker.io/library/nginx:1 ', docker.io/library/nginx:1",
    "docker.io/library/data:1, docker.io/library/data:1",
    "library/data:image, library/data:image"
  })
  void unusualImageReferencesAreAccepted(String image, String key) {
    assertThat(NotificationParser.parse(Payloads.of(image)).image().key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void deepNestingIsRejected(String opening) {
    assertThatThrownBy(() -> NotificationParser.parse(opening.repeat(100_000)))
        .isInstanceOf(InvalidNotificationException.class);
  }

  @Test
  void longNumbersAreRejected() {
    assertThatThrownBy(
            () -> NotificationParser.parse("{\"image\":\"a\",\"x\":" + "9".repeat(900_000) + "}"))
        .isInstanceOf(InvalidNotificationException.class);
  }
}
