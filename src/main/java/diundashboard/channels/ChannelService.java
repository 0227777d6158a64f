package diundashboard.channels;

import diundashboard.channels.digest.Digest;
import diundashboard.channels.messages.DeliveryException;
import diundashboard.channels.messages.Message;
import diundashboard.platform.config.ChannelEvent;
import diundashboard.platform.config.ChannelSettings;
import diundashboard.platform.config.Settings;
import diundashboard.platform.http.PublicUrl;
import diundashboard.platform.json.EnumNames;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lists and tests the channels. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.ADMIN)
public class ChannelService {

  @Inject private Settings settings;
  @Inject private ChannelDao channels;
  @Inject private MessageSenders senders;
  @Inject private PublicUrl url;

  /** Lists the configured channels in their order. */
  public List<ChannelView> list() {
    var states = channels.states();
    return settings.channels().stream()
        .map(channel -> view(channel, states.get(channel.name())))
        .toList();
  }

  /**
   * Sends a test message at once.
   *
   * @throws NoSuchChannelException if no channel has the name
   * @throws FailedTestException if the destination does not accept it
   */
  public void sendTest(String name) {
    var channel =
        settings.channels().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(NoSuchChannelException::new);
    var id = name + "-test-" + UUID.randomUUID();
    try {
      senders.send(new Message(id, Instant.now(), channel, url.configured(), Digest.EMPTY, true));
    } catch (DeliveryException e) {
      throw new FailedTestException(e);
    }
  }

  /**
   * @param state null if the channel is new
   */
  private static ChannelView view(ChannelSettings channel, ChannelState state) {
    return new ChannelView(
        channel.name(),
        EnumNames.of(channel.type()),
        channel.destination(),
        channel.filter().isEmpty() ? null : channel.filter(),
        channel.schedule().text(),
        channel.zone().getId(),
        channel.remind().map(Duration::toDays).orElse(null),
        channel.events().stream().map(ChannelEvent::value).toList(),
        channel.language().getLanguage(),
        state == null ? null : state.lastSuccessAt(),
        state == null ? null : state.lastFailureAt(),
        state == null ? null : state.lastFailure(),
        state == null ? 0 : state.failures(),
        state == null ? null : state.nextAt());
  }
}
