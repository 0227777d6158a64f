/** Refusals: RFC 9457 problems for the REST API, plain sentences for the webhook. */
package diundashboard.problem;
