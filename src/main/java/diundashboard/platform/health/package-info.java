/** Health endpoints in MicroProfile Health format, identical on every server. */
package diundashboard.platform.health;
