/** Technical base. It does not depend on any feature. */
package diundashboard.platform;
