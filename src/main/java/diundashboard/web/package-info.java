/**
 * What all of HTTP shares: JSON, compression, conditional requests, headers of security and
 * caching.
 */
package diundashboard.web;
