/**
 * How it is found out who calls: by a session after signing in with a password or at an OpenID
 * Connect provider, by a token, or by what a reverse proxy tells.
 */
package diundashboard.signin;
