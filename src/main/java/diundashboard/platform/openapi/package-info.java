/** Serves the OpenAPI document. */
package diundashboard.platform.openapi;
