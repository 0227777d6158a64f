import { html } from 'lit-html';
import { t } from '../i18n/index.js';

/* global VERSION -- the build replaces it, see src/build/BundlePage.java */

/** The version of the page, which is that of the server, its licence and the description of its API. */
export const about = () => html`
  <p>${t.title} ${VERSION}</p>
  <p class="links">
    <a href="https://www.apache.org/licenses/LICENSE-2.0" target="_blank" rel="noopener noreferrer">${t.setting.licence}</a>
    <a href="api/v1/openapi.json" target="_blank" rel="noopener">${t.setting.api}</a>
  </p>`;
