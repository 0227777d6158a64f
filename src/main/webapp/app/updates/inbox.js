import { html, nothing } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { dropTarget, startDrag } from './drag.js';
import { row } from './row.js';
import { icon } from '../shell/icon.js';
import { emptyTags } from '../tags/empty-tags.js';

export function inbox(view, actions) {
  const tabStop = view.shown.some(update => update.image === view.cursor) ? view.cursor : view.shown[0]?.image;
  return html`
    <div class="inbox" @focusin=${event => moveCursor(event, actions)}
         @keydown=${event => step(event, actions)}
         @dragstart=${event => drag(event, view, actions)} @dragend=${() => actions.drag(undefined)}>
      ${view.shown.length === 0 ? blank(view, actions) : nothing}
      ${repeat(view.groups, ({ tag }) => tag?.id, group => card(group, { ...view, tabStop }, actions))}
      ${view.query ? nothing : emptyTags(view, actions)}
    </div>`;
}

function moveCursor({ target }, actions) {
  const image = target.closest('.update')?.dataset.image;
  if (image !== undefined) actions.place(image);
}

/** The arrows work always, as they are the only way to the other rows when the keys are switched off. */
function step(event, actions) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || !event.target.closest('.update')) return;
  event.preventDefault();
  actions.step(by);
}

function drag(event, { selection }, actions) {
  const image = event.target.dataset?.image;
  if (image !== undefined) startDrag(event, selection.includes(image) ? selection : [image], actions);
}

function card(group, view, actions) {
  const { tag, updates } = group;
  const name = tag?.name ?? 'Untagged';
  const id = `group-${tag?.id ?? 'untagged'}`;
  return html`
    <section class="group" aria-labelledby=${id} ${dropTarget(() => actions.drop(tag))}>
      <header>
        <h2 id=${id}>${name}</h2> <span class="count">${updates.length}</span>
        ${tag ? removeButton(tag, actions) : nothing}
        <button class="quiet" aria-label="Done with all ${updates.length} in ${name}"
                @click=${() => actions.acknowledgeGroup(group)}>Done with all ${updates.length}</button>
      </header>
      <ul>${repeat(updates, update => update.image, update => guardedRow(update, view, actions))}</ul>
    </section>`;
}

const removeButton = (tag, actions) => html`
  <button class="plain remove" aria-label="Delete tag ${tag.name}" title="Delete tag"
          @click=${() => actions.confirmRemoval(tag)}>${icon('bin')}</button>`;

/** A row is worked out anew only if something that it shows has changed: there may be thousands. */
function guardedRow(update, { selected, cursor, tabStop, arrived, now }, actions) {
  const { image } = update;
  const look = {
    isSelected: selected.has(image),
    isCursor: cursor === image,
    isTabStop: tabStop === image,
    hasArrived: arrived.has(image),
    now,
  };
  return guard([update, ...Object.values(look)], () => row(update, look, actions));
}

const blank = ({ query }, actions) => query
  ? html`
    <section class="blank">
      <h2>No update matches</h2>
      <p>Nothing that waits has <q>${query}</q>.</p>
      <button @click=${() => actions.search('')}>Clear the search</button>
    </section>`
  : html`
    <section class="blank done">
      ${icon('check')}
      <h2>All done</h2>
      <p>New image updates appear here as Diun reports them.</p>
    </section>`;
