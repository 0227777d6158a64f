/** API tokens. */
package diundashboard.access.tokens;
