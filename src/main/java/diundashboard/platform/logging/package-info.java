/** Limits of what is logged when the same failure happens again and again. */
package diundashboard.platform.logging;
