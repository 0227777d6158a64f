package diundashboard.platform.config;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A setting as the API shows it to administrators.
 *
 * @param key key in MicroProfile Config
 * @param variable environment variable
 * @param value effective value; null if empty or secret
 * @param secret whether the value is secret
 * @param set whether the setting is set, otherwise the default applies
 */
@JsonbPropertyOrder({"key", "variable", "value", "secret", "set"})
public record SettingView(String key, String variable, String value, boolean secret, boolean set) {}
