package diundashboard.platform.config;

/** Kinds of destinations of a channel. */
public enum ChannelType {
  /** Mail, through the mail session of the server. */
  MAIL,
  NTFY,
  GOTIFY,
  SLACK,
  TEAMS,
  DISCORD,
  APPRISE,
  /** JSON, signed as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> say. */
  WEBHOOK
}
