import { html, nothing } from 'lit-html';
import { queryOf } from './side-bar.js';
import { hasRole } from '../core/roles.js';
import { hostName } from '../format/host-name.js';
import { t } from '../i18n/index.js';
import { releaseNotesOf } from '../images/web-link.js';
import { COLUMNS, isColumnShown } from '../inbox/columns.js';
import { GROUPINGS } from '../inbox/groups.js';
import { ORDERS } from '../inbox/list.js';
import { describeAll } from '../inbox/selection.js';
import { endedState, isAudible, isPending } from '../inbox/states.js';
import { ADMIN_SECTIONS, SECTIONS } from '../settings/sections.js';
import { searchTerm } from '../ui/search-term.js';
import { allViews } from '../views/saved-views.js';

const command = (id, text, key, run, hint) => ({ id, text, hint: html`${hint ?? nothing} ${key ? html`<kbd>${key}</kbd>` : nothing}`, run });

/** Changes of the updates under the cursor or of the selection. The texts say which ones. */
function changes(rows, view, actions) {
  const what = describeAll(view, rows);
  const ended = rows.filter(row => !isPending(row));
  return [
    command('done', ended.length === rows.length ? t.endWhat[endedState(rows)](what) : t.doneWith(what), 'e', () => actions.finish(rows)),
    ...ended.length < rows.length ? [command('snooze', t.snoozeUntilDots(what), 'h', () => actions.chooseSnooze(rows.filter(isPending)))] : [],
    ...view.tags.map(tag => command(`tag:${tag.id}`, t.tagWhatAs(what, tag.name), 't', () => actions.assign(rows, tag))),
    ...rows.some(({ item }) => item.tag) ? [command('untag', t.untagWhat(what), 't', () => actions.assign(rows))] : [],
    ...rows.some(isAudible) ? [command('mute', t.muteWhat(what), 'm', () => actions.mute(rows))] : [],
    ...rows.length === 1 ? [command('hold', `${t.holdWhat(rows[0].item.name)}…`, '', () => actions.editHold(rows[0].item.image))] : [],
    command('forget', t.forgetWhat(what), '#', () => actions.forget(rows)),
    ...rows.length === 1 ? [command('note', t.noteOf(what), 'n', () => actions.editNote(rows[0]))] : [],
  ];
}

/** What is opened or copied of them. */
function readings(rows, view, actions) {
  const what = describeAll(view, rows);
  const [row] = rows;
  return [
    command('copy', t.copyCommandsOf(what), 'c', () => actions.copyCommands(rows)),
    ...rows.length === 1 && releaseNotesOf(row.item) ? [command('notes', t.releaseNotesOf(what), 'r', () => actions.openReleaseNotes(row))] : [],
    ...rows.length === 1 ? [command('tab', t.detailsInTab(what), 'o', () => actions.openInTab(row))] : [],
  ];
}

const VIEW_KEYS = { pending: 'g p', done: 'g d', insights: 'g i', hosts: 'g h' };

/** Views, lists, saved views, hosts and tags. */
function places(view, actions) {
  const go = (id, text, query, hint, key) => command(id, text, key, () => actions.showView('pending', query), hint);
  return [
    ...Object.entries(t.view).map(([name, text]) => command(`view:${name}`, text, VIEW_KEYS[name], () => actions.showView(name), t.views)),
    ...Object.entries(t.lists).map(([name, text]) => go(`list:${name}`, text, queryOf(name, view), t.views, name === 'snoozed' && 'g s')),
    ...allViews(view).map(saved => command(`saved:${saved.query}`, saved.name, '', () => actions.openSavedView(saved), t.savedViews)),
    ...(view.hosts ?? []).map(host => go(`host:${host.host}`, hostName(host), searchTerm('host', host.host), 'host:')),
    ...view.tags.map(({ name }) => go(`in:${name}`, name, searchTerm('tag', name), 'tag:')),
    ...SECTIONS.filter(each => hasRole(view, ADMIN_SECTIONS.includes(each) ? 'admin' : 'viewer')).map(each => command(`section:${each}`, `${t.view.settings}: ${t.setting.sections[each]}`, '', () => {
      actions.showView('settings');
      actions.showSection(each);
    })),
  ];
}

/** How the page looks. */
function looks({ settings, columns }, actions) {
  const choose = (name, label, texts, set = actions.setPreference) => Object.entries(texts)
    .map(([value, text]) => command(`${name}:${value}`, `${label}: ${text}`, '', () => set({ [name]: value }), t.display));
  const only = (texts, values) => Object.fromEntries(values.map(each => [each, texts[each]]));
  return [
    ...choose('group', t.groupBy, only(t.groupings, GROUPINGS), actions.arrange),
    ...choose('order', t.order, only(t.orders, ORDERS), actions.arrange),
    ...choose('theme', t.theme, t.themes),
    ...choose('density', t.density, t.densities).map(each => each.id === `density:${settings.density}` ? each : { ...each, hint: html`${t.display} <kbd>d</kbd>` }),
    ...choose('language', t.language, t.languages),
    ...COLUMNS.map(each => command(`column:${each}`, (isColumnShown(columns, each) ? t.hideColumn : t.showColumn)(t.columns[each]), '', () => actions.toggleColumn(each), t.display)),
    command('fold', t.keysOf['['], '[', () => actions.setPreference({ isFolded: !settings.isFolded }), t.display),
  ];
}

/**
 * All that the user may do or open: an id, a text, a hint with the key, and what to do. Actions on the updates that the keys act on come
 * first.
 *
 * @param {object[]} rows these updates
 */
export function commandsOf(rows, view, actions) {
  const isEditor = hasRole(view, 'editor');
  return [
    ...isEditor && rows.length > 0 ? changes(rows, view, actions) : [],
    ...rows.length > 0 ? readings(rows, view, actions) : [],
    ...places(view, actions),
    ...view.view === 'pending' && view.query ? [command('save', t.saveView, '', () => actions.saveView())] : [],
    ...isEditor ? [
      command('undo', t.undo, 'u', () => actions.undo()), command('add', t.host.add, '', () => actions.addHost()), command('import', t.importFrom, '', () => actions.openImport()),
    ] : [],
    ...looks(view, actions),
    command('help', t.keys, '?', () => actions.showHelp()),
  ];
}

/** The command that opens an image. */
export const imageCommand = (reference, actions, hint) => command(`image:${reference}`, reference, '', () => actions.openImage(reference), hint);
