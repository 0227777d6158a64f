package diundashboard.settings;

import diundashboard.security.Role;

/**
 * Somebody who signs in with a password.
 *
 * @param hash as Jakarta Security's Pbkdf2PasswordHash makes it
 */
public record User(String name, Role role, Secret hash) {}
