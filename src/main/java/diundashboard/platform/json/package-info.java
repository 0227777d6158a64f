/** The JSON-B configuration and the JSON reader. */
package diundashboard.platform.json;
