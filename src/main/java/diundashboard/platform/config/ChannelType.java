package diundashboard.platform.config;

import java.util.Set;
import java.util.regex.Pattern;

/** Kinds of destinations of a channel. */
public enum ChannelType {
  /** Mail, through the mail session of the server. */
  MAIL(Set.of(ChannelSetting.TO), Set.of(ChannelSetting.TO), ""),
  NTFY(
      Set.of(ChannelSetting.URL, ChannelSetting.TOKEN, ChannelSetting.PRIORITY),
      Set.of(ChannelSetting.URL),
      "min|low|default|high|max"),
  GOTIFY(
      Set.of(ChannelSetting.URL, ChannelSetting.TOKEN, ChannelSetting.PRIORITY),
      Set.of(ChannelSetting.URL, ChannelSetting.TOKEN),
      "0|1|2|3|4|5|6|7|8|9|10"),
  SLACK,
  TEAMS,
  DISCORD,
  APPRISE,
  /** JSON, signed as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> say. */
  WEBHOOK(Set.of(ChannelSetting.URL, ChannelSetting.SECRET), Set.of(ChannelSetting.URL), "");

  private final Set<ChannelSetting> used;
  private final Set<ChannelSetting> required;
  private final String priorities;

  ChannelType(Set<ChannelSetting> used, Set<ChannelSetting> required, String priorities) {
    this.used = used;
    this.required = required;
    this.priorities = priorities;
  }

  /** A destination that has only an address. */
  ChannelType() {
    this(Set.of(ChannelSetting.URL), Set.of(ChannelSetting.URL), "");
  }

  boolean uses(ChannelSetting setting) {
    return used.contains(setting);
  }

  boolean requires(ChannelSetting setting) {
    return required.contains(setting);
  }

  boolean hasPriority(String text) {
    return Pattern.matches(priorities, text);
  }

  /** The priorities for an error message, such as {@code min, low or max}. */
  String priorities() {
    return priorities.replace("|", ", ").replaceFirst(", (?=[^,]*$)", " or ");
  }
}
