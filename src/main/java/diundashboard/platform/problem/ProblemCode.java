package diundashboard.platform.problem;

import java.util.List;
import java.util.Locale;

/**
 * The stable codes of all problems, for programs and for translations, each with the names of its
 * parameters. The code and its parameters say as much as the problem's detail. They are documented
 * in common.yaml of the OpenAPI document and docs/api.md, and the page has a sentence for each.
 */
public enum ProblemCode {
  ACTION_NOT_FOUND("type"),
  ANSWER_NOT_KEPT,
  BACKUP_RUNNING,
  BAD_REQUEST,
  BODY_INCOMPLETE,
  BODY_TOO_LARGE("max_bytes"),
  BODY_TOO_SLOW("seconds"),
  CHANNEL_NOT_FOUND,
  CHANNEL_TEST_FAILED("reason"),
  CIRCULAR_HOST_MERGE,
  CROSS_SITE_NOTIFICATION,
  CROSS_SITE_REQUEST,
  DATABASE_UNAVAILABLE,
  DUMP_REQUIRED("command"),
  EMPTY_NOTIFICATION,
  EMPTY_PARAMETER("parameter"),
  EMPTY_TAG_CHANGE,
  EXPIRY_IN_PAST,
  HEARTBEAT_EXISTS("host"),
  HEARTBEAT_NOT_FOUND,
  HOST_MERGED_INTO_ITSELF,
  HOST_NAME_TAKEN("name"),
  HOST_NOT_ALLOWED("url"),
  HOST_NOT_FOUND,
  IDEMPOTENCY_KEY_IN_USE,
  IDEMPOTENCY_KEY_REUSED,
  IMAGE_NOT_FOUND,
  IMAGE_TOO_LONG("max"),
  IMPORT_NOT_JSON("line", "column"),
  INSUFFICIENT_STORAGE("needed_bytes", "free_bytes"),
  INTERNAL_ERROR("id"),
  INVALID_BOOLEAN("value"),
  INVALID_CURSOR,
  INVALID_DAYS("value", "max"),
  INVALID_GZIP,
  INVALID_HOLD("value"),
  INVALID_ID("value"),
  INVALID_IDEMPOTENCY_KEY,
  INVALID_IMPORT("line", "column"),
  INVALID_JSON,
  INVALID_LIMIT("value", "max"),
  INVALID_MEMBER("member"),
  INVALID_MUTE_END("value"),
  INVALID_NOTIFICATION_IMAGE,
  INVALID_SEARCH_AGE("key", "value"),
  INVALID_SEARCH_DAY("key", "value"),
  INVALID_SEARCH_IS("key", "value"),
  INVALID_SEARCH_KIND("key", "value"),
  INVALID_SNOOZE_END("value"),
  INVALID_TIME("value"),
  INVALID_TOKEN_NAME("max"),
  INVALID_VIEW_NAME("max"),
  INVALID_WEBHOOK_SECRET,
  JSON_NOT_AN_OBJECT,
  METHOD_NOT_ALLOWED("methods"),
  MISSING_HOST,
  MISSING_IMAGE,
  MISSING_IMAGES,
  MISSING_NAME,
  MISSING_NOTIFICATION_IMAGE,
  MISSING_REFERENCE,
  MISSING_RULE_PATTERN,
  NAME_TOO_LONG("max"),
  NOT_FOUND,
  NOT_READY,
  NOTE_TOO_LONG("max"),
  NOTIFICATION_CONTINUES,
  NOTIFICATION_NOT_AN_OBJECT,
  NOTIFICATION_NOT_JSON,
  NOTIFICATION_TOO_COMPLEX,
  PASSWORD_SIGN_IN_OFF,
  PREFERENCES_NEED_SIGN_IN,
  REJECTION_NOT_FOUND,
  REJECTION_WITHOUT_BODY,
  ROLE_REQUIRED("role"),
  RULE_TOO_LONG("max"),
  SEARCH_TOO_LONG("max"),
  SERVER_BUSY,
  SIGN_IN_REQUIRED,
  TAG_NAME_TAKEN("name"),
  TAG_NOT_FOUND,
  TOKEN_NAME_TAKEN("name"),
  TOKEN_NOT_FOUND,
  TOKENS_NEED_SIGN_IN,
  TOO_MANY_ATTEMPTS("seconds"),
  TOO_MANY_MANIFESTS("max"),
  TOO_MANY_RULES("max"),
  TOO_MANY_SEARCH_TERMS("max"),
  TOO_MANY_SIGN_INS("seconds"),
  TOO_MANY_SLOW_BODIES("seconds"),
  TOO_MANY_STREAMS("max"),
  TOO_MANY_VIEWS("max"),
  UNFINISHED_SEARCH_KEY("key"),
  UNKNOWN_ACTION_KIND("value"),
  UNKNOWN_ACTIVITY_KIND("value"),
  UNKNOWN_COLOUR("value"),
  UNKNOWN_FACET("value"),
  UNKNOWN_FORMAT("value"),
  UNKNOWN_GROUPING("value"),
  UNKNOWN_HOST("host"),
  UNKNOWN_HOST_NOT_FOUND,
  UNKNOWN_ROLE("value"),
  UNKNOWN_RULE_FIELD("value"),
  UNKNOWN_SORT_ORDER("value"),
  UNKNOWN_STATE("value"),
  UNKNOWN_TAGS,
  UNKNOWN_TIME_ZONE("value"),
  UNKNOWN_WORKLOAD("workload"),
  UNSUPPORTED_ENCODING("value"),
  UPDATE_NOT_FOUND,
  VIEW_NAME_TAKEN("name"),
  VIEW_NOT_FOUND,
  WEBHOOK_SECRET_OF_OTHER_HOST,
  WRONG_CREDENTIALS,
  WRONG_WEBHOOK_ADDRESS("endpoint"),
  WRONG_WEBHOOK_METHOD;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> parameters;

  ProblemCode(String... parameters) {
    this.parameters = List.of(parameters);
  }

  /** The code in JSON, such as {@code tag-name-taken}. */
  public String value() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The names of the parameters, in their order in JSON. */
  public List<String> parameters() {
    return parameters;
  }
}
