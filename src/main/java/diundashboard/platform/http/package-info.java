/** Servlet filters, request bodies, ETags, rate limiting, streaming. */
package diundashboard.platform.http;
