package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What programs get is what the OpenAPI document describes. */
class WebhookBodyTest {

  private static final String URI = "https://diun-dashboard.test/openapi.json";
  private static final Message EVERYTHING =
      TestMessages.of(TestMessages.everything(), Locale.ENGLISH);

  @Test
  void everythingIsAsDescribed() throws IOException {
    assertThat(errors(EVERYTHING)).isEmpty();
  }

  @Test
  void whatIsAbsentIsAsDescribed() throws IOException {
    assertThat(errors(TestMessages.test(TestMessages.withoutPage(EVERYTHING)))).isEmpty();
  }

  private static Iterable<?> errors(Message message) throws IOException {
    return schema()
        .validate(
            WebhookBody.of(message).toString(),
            InputFormat.JSON,
            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
  }

  private static JsonSchema schema() throws IOException {
    try (var document = WebhookBody.class.getResourceAsStream("/openapi.json")) {
      var text = new String(document.readAllBytes(), UTF_8);
      return JsonSchemaFactory.getInstance(
              VersionFlag.V202012,
              factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(URI, text))))
          .getSchema(SchemaLocation.of(URI + "#/components/schemas/ChannelMessage"));
    }
  }
}
