package diundashboard.platform.config;

import diundashboard.platform.security.Role;

/**
 * A user who signs in with a password.
 *
 * @param hash in the format of Jakarta Security's Pbkdf2PasswordHash
 */
public record PasswordUser(String name, Role role, Secret hash) {}
