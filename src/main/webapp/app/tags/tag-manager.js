import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { applyRules, countMatches, countSoon, stopCounting } from './rule-matches.js';
import { images, send, tags } from '../core/api.js';
import { hasRole } from '../core/roles.js';
import { t } from '../i18n/index.js';
import { formError } from '../ui/form.js';
import { icon } from '../ui/icon.js';
import { searchTerm } from '../ui/search-term.js';

/** The maximum of the API. */
const PAGE_SIZE = 500;

const COLOURS = ['none', 'grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'];
const FIELDS = ['image', 'registry', 'host', 'provider', 'metadata.'];

export const managerActions = ({ store, toasts }, { openDialog, run, submitDialog }) => ({
  editTag(tag) {
    const { rules = [] } = tag;
    openDialog('editTag', { tag, rules: withIds(rules) });
    if (hasRole(store.state, 'admin')) showMatches(store, tag, rules);
  },

  /** Shows how many images the rules in the form match. */
  countMatches: (tag, form) => showMatches(store, tag, rulesOf(form)),

  /** Deletes a tag. Undo creates it again, at its place and with its images. */
  deleteTag: tag => submitDialog(async () => {
    const order = store.state.tags.map(({ id }) => id);
    const references = await imagesOf(tag);
    await send('DELETE', `tags/${tag.id}`);
    toasts.success(t.toastOfParts.deleted(tag.name), () => run(() => restore(tag, references, order), t.toast.undone));
  }),
});

const showMatches = (store, tag, rules) => countSoon(tag, rules, matches => store.change(({ dialog }) =>
  ({ dialog: dialog?.kind === 'editTag' ? { ...dialog, matches, isSaved: false } : dialog })));

/** The references of all images with a tag, in any state. The search may find other tags as well: a name can contain a wildcard. */
async function imagesOf({ id, name }) {
  const found = [];
  let cursor;
  do {
    const page = await images.list({ state: 'all', q: searchTerm('tag', name), limit: PAGE_SIZE, cursor });
    found.push(...page.items.filter(({ tag }) => tag?.id === id).map(({ image }) => image.reference));
    cursor = page.next_cursor;
  } while (cursor);
  return found;
}

async function restore({ id: before, name, colour, hold, rules }, references, order) {
  const { id } = await tags.create({ name, colour, hold, rules });
  if (references.length > 0) await tags.assign(references, id);
  await send('PUT', 'tags/order', { ids: order.map(each => each === before ? id : each) });
}

/**
 * Edits the name, the colour, the hold and, for admins, the rules of a tag, with the number of images that they match. Before the
 * tag is deleted the same form asks, so that Cancel returns to what was typed.
 */
function tagForm(view, actions) {
  const { dialog } = view;
  const { tag, rules } = dialog;
  const draw = changed => actions.openDialog('editTag', { ...dialog, rules: changed });
  const remove = (event, id) => {
    const { form } = event.currentTarget;
    focusAfterRemoval(event.currentTarget.closest('.rule'));
    draw(rules.filter(rule => rule.id !== id));
    actions.countMatches(tag, form);
  };
  const isDeleting = dialog.kind === 'deleteTag';
  return {
    title: isDeleting ? t.deleteTagAsk(tag.name) : t.editTag(tag.name),
    content: html`
      <form class="fields" @submit=${event => save(event, view, actions)}>
        <label>${t.name}<input name="name" required maxlength="200" autocomplete="off" ?autofocus=${!isDeleting} .defaultValue=${tag.name} aria-describedby="form-error"></label>
        <fieldset class="colours">
          <legend>${t.colour}</legend>
          ${COLOURS.map(colour => html`
            <label title=${t.colours[colour]}><input type="radio" name="colour" value=${colour} aria-label=${t.colours[colour]}
                   .defaultChecked=${colour === (tag.colour ?? 'none')}><span class="dot c-${colour}"></span></label>`)}
        </fieldset>
        <label>${t.hold}<input name="hold" maxlength="100" autocomplete="off" placeholder="minor:2d,major:14d" .defaultValue=${tag.hold ?? ''}
               aria-describedby="hold-hint form-error"></label>
        <p class="hint" id="hold-hint">${t.holdHint}</p>
        <fieldset data-needs="admin" @input=${({ target }) => actions.countMatches(tag, target.form)}>
          <legend>${t.rules}</legend>
          <p class="hint">${t.rulesHint}</p>
          ${repeat(rules, ({ id }) => id, rule => ruleFields(rule, event => remove(event, rule.id)))}
          <button type="button" class="quiet add" @click=${() => draw([...rules, ...withIds([{ field: 'image', pattern: '' }])])}>${icon('plus')} ${t.addRule}</button>
          <p class="hint" role="status">${dialog.matches ? t.rulesMatch(dialog.matches) : nothing}</p>
          <datalist id="rule-fields">${FIELDS.map(each => html`<option>${each}</option>`)}</datalist>
        </fieldset>
        ${formError(dialog)}
        ${isDeleting ? html`
          <p>${tag.counts ? t.deletion(tag.counts) : nothing}</p>
          <div class="answers">
            <button type="button" autofocus @click=${() => actions.openDialog('editTag', dialog)}>${t.cancel}</button>
            <button type="button" class="danger" @click=${() => actions.deleteTag(tag)}>${t.delete}</button>
          </div>` : html`
          <div class="answers">
            <button type="button" class="danger" data-needs="admin" @click=${() => actions.openDialog('deleteTag', dialog)}>${t.delete}</button>
            ${dialog.isSaved ? applyButton(tag, dialog.matches, actions) : nothing}
            <button class="primary">${t.save}</button>
          </div>`}
      </form>`,
  };
}

const applyButton = (tag, { count }, actions) => count === 0 ? html`<p role="status">${t.applyNone}</p>` : html`
  <button type="button" @click=${() => actions.submitDialog(() => applyRules(tag), t.toast.tagged(count, tag.name))}>${t.apply(count)}</button>`;

let lastId = 0;

/** Rules get an id of their own, as their text is in the fields of the form until it is saved. */
const withIds = rules => rules.map(rule => ({ ...rule, id: ++lastId }));

/** Moves the focus to the next rule's button, otherwise to the one that adds a rule. */
const focusAfterRemoval = rule => (rule.nextElementSibling.querySelector('button') ?? rule.parentNode.querySelector('.add')).focus();

const ruleFields = ({ field, pattern }, remove) => html`
  <div class="rule">
    <input name="field" list="rule-fields" required aria-label=${t.ruleField} .value=${field} autocomplete="off">
    <input name="pattern" required aria-label=${t.rulePattern} .value=${pattern} placeholder="*/library/*" autocomplete="off">
    <button type="button" class="plain" aria-label=${t.removeRule} @click=${remove}>${icon('cross')}</button>
  </div>`;

const rulesOf = form => [...form.querySelectorAll('.rule')].map(rule => {
  const [field, pattern] = [...rule.querySelectorAll('input')].map(({ value }) => value.trim());
  return { field, pattern };
});

/** Saves the tag. If it has rules, the dialog stays open and shows how many images they match. */
function save(event, view, actions) {
  event.preventDefault();
  stopCounting();
  const { tag } = view.dialog;
  const { name, colour, hold } = Object.fromEntries(new FormData(event.target));
  const rules = hasRole(view, 'admin') ? rulesOf(event.target) : undefined;
  actions.run(async () => {
    const saved = await send('PATCH', `tags/${tag.id}`, { name: name.trim(), colour: colour === 'none' ? null : colour, hold: hold.trim() || null, rules });
    if (!rules?.length) return actions.closeDialog();
    const matches = await countMatches(tag, rules);
    return actions.openDialog('editTag', { tag: { ...tag, ...saved }, rules: withIds(rules), matches, isSaved: true });
  }, t.toastOfParts.saved(name));
}

export const dialogs = { editTag: tagForm, deleteTag: tagForm };
