package diundashboard.platform.config;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A setting as an admin may see it.
 *
 * @param key what it is called
 * @param variable the environment variable for it
 * @param value what counts, be it set or not; null for nothing, and for a secret
 * @param secret whether it is a secret
 * @param set whether it is set
 */
@JsonbPropertyOrder({"key", "variable", "value", "secret", "set"})
public record SettingView(String key, String variable, String value, boolean secret, boolean set) {}
