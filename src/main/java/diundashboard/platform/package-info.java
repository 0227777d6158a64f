/** Technical base. Knows no feature. */
package diundashboard.platform;
