/** API tokens for scripts and widgets. */
package diundashboard.access.tokens;
