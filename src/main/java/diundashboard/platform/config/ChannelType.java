package diundashboard.platform.config;

import java.util.regex.Pattern;

/** Kinds of destinations of a channel. */
public enum ChannelType {
  /** Mail, through the mail session of the server. */
  MAIL(""),
  NTFY("min|low|default|high|max"),
  GOTIFY("0|1|2|3|4|5|6|7|8|9|10"),
  SLACK(""),
  TEAMS(""),
  DISCORD(""),
  APPRISE(""),
  /** JSON, signed as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> say. */
  WEBHOOK("");

  private final String priorities;

  ChannelType(String priorities) {
    this.priorities = priorities;
  }

  boolean uses(ChannelSetting setting) {
    return switch (setting) {
      case URL -> this != MAIL;
      case TO -> this == MAIL;
      case TOKEN -> this == NTFY || this == GOTIFY;
      case PRIORITY -> !priorities.isEmpty();
      case SECRET -> this == WEBHOOK;
      case TYPE, FILTER, SCHEDULE, ZONE, REMIND, EVENTS, LANGUAGE -> true;
    };
  }

  boolean requires(ChannelSetting setting) {
    return switch (setting) {
      case URL, TO -> uses(setting);
      case TOKEN -> this == GOTIFY;
      default -> false;
    };
  }

  boolean hasPriority(String text) {
    return Pattern.matches(priorities, text);
  }

  /** The priorities for an error message, such as {@code min, low or max}. */
  String priorities() {
    return priorities.replace("|", ", ").replaceFirst(", (?=[^,]*$)", " or ");
  }
}
