import { html, nothing } from 'lit-html';
import { ageOf, momentText, sinceText } from './age.js';
import { hostsOf, shortDigest } from './image.js';
import { icon } from '../shell/icon.js';
import { dot } from '../tags/dropping.js';
import { t } from '../texts/text.js';

const HOSTS_SHOWN = 2;

/** One update; only the row under the cursor takes part in tabbing. */
export function row(row, { isSelected, isCursor, isTabStop, hasArrived, isOpen, canChange, showsTag, detail, now }, actions) {
  const { id, item, host, on } = row;
  const tabindex = isTabStop ? 0 : -1;
  const name = host === undefined ? item.name : t.onHost(item.name, on);
  const state = `${isSelected ? 'selected' : ''} ${isCursor ? 'cursor' : ''} ${hasArrived ? 'arrived' : ''} ${isOpen ? 'open' : ''}`;
  return html`<li class="update ${state}" data-id=${id} tabindex=${tabindex} draggable=${canChange && !isOpen}>
      <label class="check" @click=${event => extend(event, id, actions)}>
        <input type="checkbox" aria-label=${t.select(name)} tabindex=${tabindex} .checked=${isSelected} @change=${() => actions.toggle(id)}>
      </label>
      <div class="what"><span class="service" data-service=${item.path + item.name}></span>${reference(item, tabindex)}${details(item, showsTag)}</div>
      <time class="age ${ageOf(item.since, now)}" datetime=${item.pending_since} title=${t.received(momentText(item.since))}>${sinceText(item.since, now)}</time>
      <div class="tools">
        ${tool('chevron', 'opener', t.details(name), 'Enter', tabindex, () => actions.open(row), isOpen)}
        ${tool('clock', 'minor', `${t.snooze} ${name}`, 'h', tabindex, () => actions.chooseSnooze([row]))}
        ${tool('tag', 'minor', `${t.tag} ${name}`, 't', tabindex, () => actions.chooseTag([row]))}
      </div>
      <button class="done" data-needs="editor" aria-label=${t.doneWith(name)} title="${t.done} (e)" tabindex=${tabindex}
              @click=${() => actions.acknowledge([row])}>${icon('check')}</button>
      ${isOpen ? detail(row) : nothing}
    </li>`;
}

const tool = (image, kind, label, key, tabindex, action, isOpen) => html`
  <button class="plain ${kind}" data-needs=${kind === 'minor' ? 'editor' : nothing} aria-label=${label} title="${label} (${key})" tabindex=${tabindex}
          aria-expanded=${isOpen ?? nothing} @click=${action}>${icon(image)}</button>`;

/** With shift all rows from the last one to this one are selected. */
function extend(event, id, actions) {
  if (!event.shiftKey || event.target.matches('input')) return;
  event.preventDefault();
  actions.selectTo(id);
}

const reference = ({ image, path, name, version, link }, tabindex) => html`
  <p class="image" title=${image}><span class="path">${path}</span>${
    link ? linked(name, link, tabindex) : html`<b class="name">${name}</b>`}<span class="version">${version}</span></p>`;

const linked = (name, link, tabindex) => html`<a class="name" href=${link} target="_blank" rel="noopener noreferrer"
  tabindex=${tabindex} draggable="false">${name}</a>`;

/** Where it runs first, as that is what tells two alike apart. */
function details(item, showsTag) {
  const { status, tag, digest, note, times_notified: times } = item;
  return html`
    <p class="details">
      ${status === 'new' ? html`<span class="new">${t.isNew}</span>` : nothing}
      ${part('host', hostsText(hostsOf(item).map(([, name]) => name)))}
      ${part('workloads', [...new Set(item.waiting.map(({ workload }) => workload).filter(Boolean))].join(', '))}
      ${part('minor digest', shortDigest(digest))}
      ${part('minor', times > 1 ? t.seen(times) : '')}
      ${showsTag && tag ? html`<span class="tag-name">${dot(tag)} ${tag.name}</span>` : nothing}
      ${part('note', note)}
    </p>`;
}

/** "nas, vps +1". */
const hostsText = names => names.slice(0, HOSTS_SHOWN).join(', ') + (names.length > HOSTS_SHOWN ? ` ${t.moreHosts(names.length - HOSTS_SHOWN)}` : '');

const part = (kind, text) => text ? html`<span class=${kind}>${text}</span>` : nothing;
