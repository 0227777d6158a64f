/** The description of the API, for programs. */
package diundashboard.openapi;
