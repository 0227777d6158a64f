import { html, nothing } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { Directive, directive } from 'lit-html/directive.js';
import { row } from './row.js';
import { icon } from '../shell/icon.js';
import { may } from '../shell/roles.js';
import { dot, dropTarget, emptyTags, startDrag } from '../tags/dropping.js';
import { t } from '../texts/text.js';
import { sinceSteps, sinceText } from './age.js';

export function inbox(view, actions) {
  const tabStop = view.shown.some(({ id }) => id === view.cursor) ? view.cursor : view.shown[0]?.id;
  return html`
    ${view.held?.count ? html`<button class="held primary" @click=${actions.showHeld}>${t.newShow(view.held.count)}</button>` : nothing}
    <div class="inbox" @focusin=${event => moveCursor(event, actions)}
         @keydown=${event => step(event, actions)}
         @dragstart=${event => drag(event, view, actions)} @dragend=${() => actions.drag(undefined)}>
      ${view.groups.length === 0 ? blank(view, actions) : nothing}
      ${repeat(view.groups, ({ id }) => id, group => card(group, { ...view, tabStop }, actions))}
      ${emptyTags(view, actions)}
      ${view.list?.cursor ? html`<p class="more" ${onSight(actions.more)}>${t.loading}</p>` : nothing}
    </div>`;
}

function moveCursor({ target }, actions) {
  const id = target.closest('.update')?.dataset.id;
  if (id !== undefined) actions.place(id);
}

/** The arrows work always, as they are the only way to the other rows when the keys are switched off. */
function step(event, actions) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || !event.target.closest('.update') || event.target.closest('.detail')) return;
  event.preventDefault();
  actions.step(by);
}

function drag(event, { selection, shown }, actions) {
  const dragged = shown.find(({ id }) => id === event.target.dataset?.id);
  if (dragged) startDrag(event, selection.includes(dragged) ? selection : [dragged], actions);
}

function card(group, view, actions) {
  const { id, name, tag, rows, count } = group;
  const isOpen = !view.collapsed.has(id);
  const label = `group-${id}`;
  return html`
    <section class="group" aria-labelledby=${label} ${dropTarget(() => actions.drop(tag), () => view.group === 'tag')}>
      <header>
        <button class="plain fold" aria-expanded=${isOpen} aria-label=${t.showGroup(name)} @click=${() => actions.fold(id)}>${icon('chevron')}</button>
        ${tag ? dot(tag) : nothing}<h2 id=${label}>${name}</h2> <span class="count">${count}</span>
        ${tag ? html`<button class="plain remove" data-needs="editor" aria-label=${t.editTag(name)} title=${t.editTag(name)}
                             @click=${() => actions.editTag(tag)}>${icon('edit')}</button>` : nothing}
        <button class="quiet" data-needs="editor" aria-label=${t.doneWithAllIn(count, name)} @click=${() => actions.acknowledgeGroup(group)}>${t.doneWithAll(count)}</button>
      </header>
      ${isOpen ? html`<ul>${repeat(rows, each => each.id, each => guardedRow(each, view, actions))}</ul>` : nothing}
    </section>`;
}

/** A row is worked out anew only if something that it shows has changed: there may be thousands. */
function guardedRow(each, view, actions) {
  const { selected, cursor, tabStop, arrived, open, detail, parts, group, now } = view;
  const { id, item } = each;
  const isOpen = open?.id === id;
  const look = {
    isSelected: selected.has(id),
    isCursor: cursor === id,
    isTabStop: tabStop === id,
    hasArrived: arrived.has(item.image),
    isOpen,
    canChange: may(view, 'editor'),
    showsTag: group !== 'tag',
    age: sinceSteps(item.since, now),
  };
  return guard([item, isOpen && [parts.detail, detail, now], ...Object.values(look)], () => row(each, {
    ...look, now, detail: opened => parts.detail?.detail(opened, view, actions) ?? nothing,
  }, actions));
}

function blank({ query, refusal, hosts, side, now }, actions) {
  if (refusal || query) {
    return html`
      <section class="blank">
        <h2>${refusal ? t.badSearch : t.noMatch}</h2>
        <p>${refusal ?? t.noMatchOf(query)}</p>
        <button @click=${() => actions.search('')}>${t.clearSearch}</button>
      </section>`;
  }
  return html`
    <section class="blank done">
      ${icon('check')}
      <h2>${t.allDone}</h2>
      <p>${t.allDoneHint}</p>
      ${side.hosts?.map(({ host, name, last_seen_at: at, silent_since: silent }) => html`
        <p class=${silent ? 'month' : ''}>${t.reported(name || host || t.noHost, sinceText(at, now))}</p>`)}
    </section>`;
}

/** Calls back when the element comes near the window, and again whenever it has been drawn anew there. */
const onSight = directive(class extends Directive {
  render() {}

  update({ element }, [seen]) {
    this.observer?.disconnect();
    this.observer = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && seen(), { rootMargin: '1000px' });
    this.observer.observe(element);
  }
});
