/** Errors as RFC 9457 problems, or as plain text for the webhook. */
package diundashboard.platform.problem;
