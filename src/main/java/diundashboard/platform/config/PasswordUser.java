package diundashboard.platform.config;

import diundashboard.platform.security.Role;

/**
 * Somebody who signs in with a password.
 *
 * @param hash as Jakarta Security's Pbkdf2PasswordHash makes it
 */
public record PasswordUser(String name, Role role, Secret hash) {}
