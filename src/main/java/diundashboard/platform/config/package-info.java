/** Settings: read once through MicroProfile Config, validated as a whole. */
package diundashboard.platform.config;
