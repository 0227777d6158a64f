import { html } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { row } from './row.js';
import { listOf } from './scope.js';
import { goneText } from './states.js';
import { hasRole } from '../core/roles.js';
import { isSilent } from '../format/silence.js';
import { shortAge } from '../format/time.js';
import { locale, t } from '../i18n/index.js';
import { hostNameOf, placeKeys } from '../images/item.js';

const HOST_LIST = new Intl.ListFormat(locale);

/** One in 2^3 rows begins a chunk. */
const SIZE_BITS = 3;

/**
 * The rows of a group in chunks. The browser skips the style and layout of chunks out of sight (`content-visibility`), and a key
 * renders only the chunks that it changes: there may be thousands of rows.
 */
export function rowList(rows, view, actions) {
  const chunks = chunksOf(rows);
  const created = createdOf(chunks, view);
  return html`
    <div class="rows" role="list">${repeat(chunks, ({ key }) => key, chunk => guardedChunk(chunk, created.has(chunk), view, actions))}</div>`;
}

/** The chunks of which the rows are in the document. The others only take their room. */
function createdOf(chunks, { window, shown, cursor, tabStop }) {
  if (!window) return new Set(chunks);
  let at = shown.indexOf(chunks[0]?.rows[0]);
  return new Set(chunks.filter(({ rows, ids }) => {
    at += rows.length;
    return at > window[0] && at - rows.length < window[1] || ids.has(cursor) || ids.has(tabStop);
  }));
}

const knownChunks = new WeakMap();
const beginnings = new WeakMap();

/** The id of a row decides whether it begins a chunk: all rows stay in their chunk when another one comes or goes, unless that begins one. */
function chunksOf(rows) {
  if (!knownChunks.has(rows)) {
    const chunks = [];
    for (const each of rows) {
      if (!beginnings.has(each)) beginnings.set(each, hashOf(each.id) >>> (32 - SIZE_BITS) === 0);
      const begins = beginnings.get(each);
      if (begins || chunks.length === 0) chunks.push({ key: begins ? each.id : '', rows: [], ids: new Set() });
      chunks.at(-1).rows.push(each);
      chunks.at(-1).ids.add(each.id);
    }
    knownChunks.set(rows, chunks.map(reused));
  }
  return knownChunks.get(rows);
}

/** The chunk that had the same rows before. */
function reused(chunk) {
  const [first] = chunk.rows;
  const known = knownChunks.get(first);
  if (known?.rows.length === chunk.rows.length && known.rows.every((each, at) => each === chunk.rows[at])) return known;
  knownChunks.set(first, chunk);
  return chunk;
}

/** FNV-1a. */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function guardedChunk({ rows, ids }, isCreated, view, actions) {
  const { selected, cursor, tabStop, open, arrived, reverted, unfolded, group, hosts, similar, now } = view;
  const mine = id => ids.has(id) && id;
  const marked = [...ids.intersection(selected)].join('\n');
  const canChange = hasRole(view, 'editor');
  return guard([rows, isCreated, mine(cursor), mine(tabStop), mine(open?.id), mine(open?.image), marked, arrived, reverted, unfolded, group, hosts, similar, now, canChange], () => {
    const silent = new Set(hosts?.filter(isSilent).map(({ host }) => host));
    return html`<ul class="chunk" role="presentation" .style=${`--rows: ${rows.length}`} @contentvisibilityautostatechange=${({ skipped }) => skipped || actions.centreAt(rows[0].id)}>${
      repeat(isCreated ? rows : [], ({ id }) => id, each => guardedRow(each, { ...view, silent, canChange }, actions))}</ul>`;
  });
}

/** Renders a row only if a value that it shows has changed. */
function guardedRow(each, view, actions) {
  const { selected, cursor, tabStop, arrived, reverted, lastEvents, open, unfolded, group: grouping, silent, similar, canChange, now } = view;
  const { id, item, places, gone } = each;
  const look = {
    isSelected: selected.has(id),
    isCursor: cursor === id,
    isTabStop: tabStop === id,
    hasArrived: arrived.has(item.image),
    mark: gone ? goneMark(each, lastEvents.get(item.image)) : reverted.size > 0 && placeKeys(item.image, places).some(key => reverted.has(key)) ? t.notChanged : '',
    isOpen: open?.id === id || open?.image === id,
    isUnfolded: item.older_tags?.length > 0 && unfolded.has(id),
    canChange: !gone && canChange,
    isSimilar: similar.has(item.name),
    showsTag: grouping !== 'tag',
    age: shortAge(item.since, now),
  };
  const hosts = hostsOf(places, silent);
  return guard([item, look.isUnfolded && now, hosts.text, ...Object.values(look)], () => row(each, { ...look, hosts, now }, actions));
}

const hostTexts = new WeakMap();

/** The hosts of places: in short, with ▲ at silent ones, and all in words. Computed only when an input has changed. */
function hostsOf(places, silent) {
  const marks = places.map(({ host }) => silent.has(host)).join();
  if (hostTexts.get(places)?.marks === marks) return hostTexts.get(places);
  const hosts = [...new Map(places.map(place => [place.host, place])).values()];
  const texts = {
    marks,
    text: listOf(hosts.map(place => (silent.has(place.host) ? '▲\u00a0' : '') + hostNameOf(place))),
    title: HOST_LIST.format(hosts.map(place => silent.has(place.host) ? t.silentHost(hostNameOf(place)) : hostNameOf(place))),
  };
  hostTexts.set(places, texts);
  return texts;
}

/** Why a row no longer belongs to the list, and who did it if that is known. */
const goneMark = (row, event) => row.gone === 'elsewhere' && t.kinds[event?.kind]
  ? [t.kinds[event.kind], event.actor && t.by(event.actor)].filter(Boolean).join(' ') : goneText(row);
