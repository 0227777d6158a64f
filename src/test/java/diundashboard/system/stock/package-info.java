/** Tests on servers as distributed, set up by the READMEs in server-config. */
package diundashboard.system.stock;
