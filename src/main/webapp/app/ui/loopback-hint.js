import { html, nothing } from 'lit-html';
import { t } from '../i18n/index.js';

const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

/** Says that a Diun in a container cannot use this name of the server, if that is so. */
export const loopbackHint = hostname => LOOPBACK.test(hostname) ? html`<p class="hint">${t.welcome.loopback(hostname)}</p>` : nothing;
