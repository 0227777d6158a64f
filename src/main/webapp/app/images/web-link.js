import { html, nothing } from 'lit-html';
import { t } from '../i18n/index.js';
import { safeLink } from './reference.js';

/** A link to another site, or undefined if the address is not http or https: users and publishers of images choose it. */
export function webLink(address, text, tabindex) {
  const href = safeLink(address);
  return href && html`<a href=${href} target="_blank" rel="noopener noreferrer" draggable="false" tabindex=${tabindex ?? nothing}>${text}</a>`;
}

/** One of the links of an image. */
export const imageLink = ({ rel, href }, tabindex) => webLink(href, t.linkNames[rel], tabindex);

/** The address of an image's release notes, or undefined. */
export const releaseNotesOf = ({ links = [] }) => safeLink(links.find(({ rel }) => rel === 'release_notes')?.href);
