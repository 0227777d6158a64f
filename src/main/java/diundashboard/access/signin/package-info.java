/** Authentication: passwords, OpenID Connect, reverse proxy, sessions. */
package diundashboard.access.signin;
