import { t } from '../i18n/index.js';

/** What a host is called: its display name, or the hostname that Diun sent. */
export const hostName = ({ host, name }) => name || host || t.noHost;
