package diundashboard.platform.config;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import diundashboard.platform.json.EnumNames;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the settings of channels. */
final class ChannelReader {

  /** Upper case and underscores would be ambiguous in environment variables. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final int MAX_NAME_LENGTH = 32;

  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("[^@\\s<>\"(),:;]+@[^@\\s<>\"(),:;]+");
  private static final Pattern REMIND = Pattern.compile("none|([1-9]\\d{0,2})d");

  /** The key that Standard Webhooks define: 24 to 64 bytes in Base64. */
  private static final Pattern SECRET =
      Pattern.compile("whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}(?:==|[A-Za-z0-9+/]=))?");

  private final ConfigReader reader;
  private final String name;

  private ChannelReader(ConfigReader reader, String name) {
    this.reader = reader;
    this.name = name;
  }

  /** Returns the names of all channels. */
  static List<String> names(ConfigReader reader) {
    var names = ConfigReader.parts(reader.text(Setting.CHANNELS));
    if (names.stream().allMatch(ChannelReader::isName)
        && Set.copyOf(names).size() == names.size()) {
      return names;
    }
    reader.invalid(
        Setting.CHANNELS,
        "must be a comma-separated list of names such as ops,home-lab, each once: lower-case letters, digits and hyphens, at most %d characters."
            .formatted(MAX_NAME_LENGTH));
    return List.of();
  }

  private static boolean isName(String text) {
    return text.length() <= MAX_NAME_LENGTH && NAME.matcher(text).matches();
  }

  /** Reads the channels with these names, except for those of an unknown type. */
  static List<ChannelSettings> read(ConfigReader reader, List<String> names) {
    reportUnknown(reader, names);
    return names.stream().flatMap(name -> new ChannelReader(reader, name).read().stream()).toList();
  }

  private static void reportUnknown(ConfigReader reader, List<String> names) {
    var known =
        names.stream()
            .flatMap(name -> Stream.of(ChannelSetting.values()).map(each -> each.of(name)))
            .flatMap(ConfigReader::variables)
            .collect(toSet());
    for (var variable : reader.variables(ChannelSetting.PREFIX)) {
      if (known.contains(variable)) continue;
      reader.invalid(
          Setting.CHANNELS,
          "has no channel with the setting %s. Add the channel, or correct the name of the setting."
              .formatted(variable));
    }
  }

  /** Returns the settings of a channel for the API. */
  static Stream<ConfigKey> keys(String name) {
    return Stream.of(ChannelSetting.values()).map(each -> each.of(name));
  }

  private Optional<ChannelSettings> read() {
    var text = text(ChannelSetting.TYPE);
    var type = EnumNames.find(ChannelType.class, text);
    if (type.isEmpty()) {
      invalid(
          ChannelSetting.TYPE,
          "must be %s (is '%s').".formatted(EnumNames.list(ChannelType.class), text));
    }
    return type.map(this::read);
  }

  private ChannelSettings read(ChannelType type) {
    return new ChannelSettings(
        name,
        type,
        url(type),
        secret(type, ChannelSetting.TOKEN).map(Secret::new),
        signingKey(type).map(Secret::new),
        to(type),
        priority(type),
        text(ChannelSetting.FILTER),
        schedule(),
        zone(),
        remind(),
        events(),
        language());
  }

  private Optional<URI> url(ChannelType type) {
    var text = secret(type, ChannelSetting.URL);
    var url = text.flatMap(ChannelReader::uri).filter(ChannelReader::isAllowed);
    if (text.isPresent() && url.isEmpty()) {
      invalid(
          ChannelSetting.URL,
          "must be the https address of the destination, or an http address in a private network, without user and fragment.");
    }
    return url;
  }

  private static Optional<URI> uri(String text) {
    return AuthSettings.isWebAddress(text) ? Optional.of(URI.create(text)) : Optional.empty();
  }

  /** The addresses of host names are checked when messages are sent. */
  private static boolean isAllowed(URI url) {
    var isPlain = url.getUserInfo() == null && url.getFragment() == null;
    var isSafe =
        url.getScheme().equals("https")
            || CidrRange.address(url.getHost()).map(PrivateNetwork::contains).orElse(true);
    return isPlain && isSafe;
  }

  private Optional<String> secret(ChannelType type, ChannelSetting setting) {
    var key = setting.of(name);
    var value = reader.secret(key);
    if (!type.uses(setting)) {
      value.ifPresent(ignored -> reportUnused(type, key));
      return Optional.empty();
    }
    if (type.requires(setting) && value.isEmpty()) {
      reader.invalid(key, "is required with the type %s.".formatted(EnumNames.of(type)));
    }
    return value;
  }

  private void reportUnused(ChannelType type, ConfigKey key) {
    reader.invalid(key, "does not apply to the type %s. Remove it.".formatted(EnumNames.of(type)));
  }

  private Optional<String> signingKey(ChannelType type) {
    var secret = secret(type, ChannelSetting.SECRET);
    if (secret.filter(key -> !SECRET.matcher(key).matches()).isPresent()) {
      invalid(
          ChannelSetting.SECRET,
          "must be whsec_ and 24 to 64 random bytes in Base64. Create one with: echo whsec_$(openssl rand -base64 32)");
    }
    return secret;
  }

  private List<String> to(ChannelType type) {
    var addresses = ConfigReader.parts(used(type, ChannelSetting.TO));
    var isValid = addresses.stream().allMatch(each -> MAIL_ADDRESS.matcher(each).matches());
    if (!isValid || (type.requires(ChannelSetting.TO) && addresses.isEmpty())) {
      invalid(
          ChannelSetting.TO,
          "must be a comma-separated list of mail addresses, such as ann@example.org.");
    }
    return addresses;
  }

  private Optional<String> priority(ChannelType type) {
    var text = used(type, ChannelSetting.PRIORITY);
    if (text.isEmpty()) return Optional.empty();
    if (!type.hasPriority(text)) {
      invalid(ChannelSetting.PRIORITY, "must be %s (is '%s').".formatted(type.priorities(), text));
    }
    return Optional.of(text);
  }

  private String used(ChannelType type, ChannelSetting setting) {
    var text = text(setting);
    if (text.isEmpty() || type.uses(setting)) return text;
    reportUnused(type, setting.of(name));
    return "";
  }

  private ChannelSchedule schedule() {
    var text = text(ChannelSetting.SCHEDULE);
    var schedule = ChannelSchedule.parse(text);
    if (schedule.isEmpty()) {
      invalid(
          ChannelSetting.SCHEDULE,
          "must be at-once, hourly, or a time such as daily 08:00 or weekly mon 08:00 (is '%s')."
              .formatted(text));
    }
    return schedule.orElse(new ChannelSchedule.AtOnce());
  }

  private ZoneId zone() {
    var text = text(ChannelSetting.ZONE);
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      invalid(
          ChannelSetting.ZONE,
          "must be an IANA name such as Europe/Berlin (is '%s').".formatted(text));
      return ZoneOffset.UTC;
    }
  }

  private Optional<Duration> remind() {
    var text = text(ChannelSetting.REMIND);
    var days = REMIND.matcher(text);
    if (!days.matches()) {
      invalid(
          ChannelSetting.REMIND,
          "must be a number of days such as 30d, or none (is '%s').".formatted(text));
      return Optional.empty();
    }
    return Optional.ofNullable(days.group(1)).map(Long::parseLong).map(Duration::ofDays);
  }

  private Set<ChannelEvent> events() {
    var names = ConfigReader.parts(text(ChannelSetting.EVENTS));
    var events =
        Stream.of(ChannelEvent.values())
            .filter(each -> names.contains(each.value()))
            .collect(toCollection(() -> EnumSet.noneOf(ChannelEvent.class)));
    if (events.isEmpty() || events.size() != names.size()) {
      invalid(
          ChannelSetting.EVENTS,
          "must be a comma-separated list of %s, each at most once (is '%s')."
              .formatted(
                  Stream.of(ChannelEvent.values()).map(ChannelEvent::value).collect(joining(", ")),
                  String.join(",", names)));
    }
    return events;
  }

  private Locale language() {
    var text = text(ChannelSetting.LANGUAGE);
    if (!List.of("en", "de").contains(text)) {
      invalid(ChannelSetting.LANGUAGE, "must be en or de (is '%s').".formatted(text));
    }
    return text.equals("de") ? Locale.GERMAN : Locale.ENGLISH;
  }

  private String text(ChannelSetting setting) {
    return reader.text(setting.of(name));
  }

  private void invalid(ChannelSetting setting, String predicate) {
    reader.invalid(setting.of(name), predicate);
  }
}
