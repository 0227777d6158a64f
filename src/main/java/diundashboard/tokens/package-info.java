/** Tokens, by which scripts and widgets are recognised. */
package diundashboard.tokens;
