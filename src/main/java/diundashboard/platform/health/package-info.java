/** Health endpoints in MicroProfile Health format. */
package diundashboard.platform.health;
