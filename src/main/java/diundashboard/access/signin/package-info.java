/** Sessions (password or OpenID Connect), API tokens and reverse proxy headers. */
package diundashboard.access.signin;
