import { html, nothing } from 'lit-html';
import { enqueue, send } from '../core/api.js';
import { readStored, writeStored } from '../core/storage.js';
import { t } from '../i18n/index.js';

const KEY = 'diun-dashboard-notes';

const SAVE_DELAY_MS = 1_000;
const RETRY_DELAY_MS = 5_000;

/** Reads the notes that were typed and not saved before the page was closed. */
export const readNotes = () => readStored(KEY, {});

/** The notes that the server has not stored. */
export const unsaved = notes => Object.fromEntries(Object.entries(notes).filter(([, { isSaved }]) => !isSaved));

/** Saves notes shortly after they are typed. Until the server has stored them, the browser keeps them. */
export function noteActions({ store, sync }) {
  let timer;
  let isSaving = false;

  function schedule(delay) {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  }

  function setNote(image, note) {
    const notes = { ...store.state.notes, [image]: note };
    store.change({ notes });
    writeStored(KEY, unsaved(notes));
  }

  async function save() {
    const [image, note] = Object.entries(unsaved(store.state.notes)).find(([, { isRejected }]) => !isRejected) ?? [];
    if (!note || isSaving) return;
    isSaving = true;
    let delay = 0;
    try {
      await enqueue(() => send('PUT', 'notes', { image, note: note.text.trim() }));
      if (store.state.notes[image].text === note.text) setNote(image, { text: note.text, isSaved: true });
      sync.refresh();
    } catch (error) {
      const isRejected = !error.isUnanswered && error.status < 500 && error.status !== 401;
      if (!isRejected) delay = RETRY_DELAY_MS;
      setNote(image, { ...store.state.notes[image], error: error.message, isRejected });
    }
    isSaving = false;
    schedule(delay);
  }

  schedule(0);
  return {
    typeNote(image, text) {
      setNote(image, { text });
      schedule(SAVE_DELAY_MS);
    },

    saveNotes: () => schedule(0),
  };
}

/** The note of an image, which saves itself. */
export function noteField({ image, note }, { notes }, actions) {
  const typed = notes[image];
  return html`
    <div class="note" data-needs="editor">
      <label>${t.noteLabel}<textarea name="note" rows="2" maxlength="2000" .value=${typed?.text ?? note ?? ''} aria-describedby="note-state"
        @input=${({ target }) => actions.typeNote(image, target.value)} @change=${actions.saveNotes}></textarea></label>
      <span id="note-state" role="status" class=${typed?.error ? 'form-error' : ''}>${typed ? typed.error ?? (typed.isSaved ? t.noteSaved : t.noteSaving) : nothing}</span>
    </div>`;
}
