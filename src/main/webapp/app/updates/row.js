import { html, nothing } from 'lit-html';
import { ageOf, dateText, momentText, sinceText } from './age.js';
import { shortDigest } from './reference.js';
import { icon } from '../shell/icon.js';

/** One update; only the row under the cursor takes part in tabbing. */
export function row(update, { isSelected, isCursor, isTabStop, hasArrived, now }, actions) {
  const { image, name } = update;
  const tabindex = isTabStop ? 0 : -1;
  return html`
    <li class="update ${isSelected ? 'selected' : ''} ${isCursor ? 'cursor' : ''} ${hasArrived ? 'arrived' : ''}"
        data-image=${image} tabindex=${tabindex} draggable="true">
      <label class="check">
        <input type="checkbox" aria-label="Select ${name}" tabindex=${tabindex} .checked=${isSelected}
               @change=${() => actions.toggle(image)}>
      </label>
      <div class="what">${reference(update, tabindex)}${details(update)}</div>
      <time class="age ${ageOf(update.receivedAt, now)}" datetime=${new Date(update.receivedAt).toISOString()}
            title="Received ${momentText(update.receivedAt)}">${sinceText(update.receivedAt, now)}</time>
      <button class="plain tagger" aria-label="Tag ${name}" title="Tag (t)" tabindex=${tabindex}
              @click=${() => actions.chooseTag([image])}>${icon('tag')}</button>
      <button class="done" aria-label="Done with ${name}" title="Done (e)" tabindex=${tabindex}
              @click=${() => actions.acknowledge([image])}>${icon('check')}</button>
    </li>`;
}

const reference = ({ image, path, name, version, link }, tabindex) => html`
  <p class="image" title=${image}><span class="path">${path}</span>${
    link ? linked(name, link, tabindex) : html`<b class="name">${name}</b>`}<span class="version">${version}</span></p>`;

const linked = (name, link, tabindex) => html`<a class="name" href=${link} target="_blank" rel="noopener noreferrer"
  tabindex=${tabindex} draggable="false">${name}</a>`;

/** Where it runs first, as that is what tells two alike apart. */
const details = ({ host, workloads, provider, status, digest, built }) => html`
  <p class="details">
    ${status === 'new' ? html`<span class="new">New</span>` : nothing}
    ${part('host', host)}
    ${part('workloads', workloads.split(',').join(', '))}
    ${part('minor', provider)}
    ${part('minor digest', shortDigest(digest))}
    ${part('minor', built ? `built ${dateText(built)}` : '')}
  </p>`;

const part = (kind, text) => text ? html`<span class=${kind}>${text}</span>` : nothing;
