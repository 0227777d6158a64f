/** How users want the page to look, in every browser. */
package diundashboard.preferences;
