/** Matching of texts. */
package diundashboard.platform.text;
