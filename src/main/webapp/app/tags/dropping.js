import { html, noChange, nothing } from 'lit-html';
import { Directive, directive } from 'lit-html/directive.js';
import { t } from '../texts/text.js';

/** Marks our own drags; what is carried is in the store, where no other page can put anything. */
const TYPE = 'application/x-diun-updates';

export function startDrag(event, rows, actions) {
  event.dataTransfer.setData(TYPE, '');
  event.dataTransfer.effectAllowed = 'move';
  setTimeout(() => actions.drag(rows)); // a page that changes within dragstart ends the drag in Chromium
}

/** Makes the element accept a drag, and calls back when it is dropped. */
export const dropTarget = directive(class extends Directive {
  render() { return noChange; }

  update({ element }, [accept, isOpen = () => true]) {
    this.accept = accept;
    this.isOpen = isOpen;
    if (!this.isBound) this.bind(element);
    return noChange;
  }

  bind(element) {
    this.isBound = true;
    const show = isOver => element.classList.toggle('dropping', isOver);
    element.addEventListener('dragover', event => {
      if (!event.dataTransfer.types.includes(TYPE) || !this.isOpen()) return;
      event.preventDefault();
      show(true);
    });
    element.addEventListener('dragleave', event => show(element.contains(event.relatedTarget)));
    element.addEventListener('drop', event => {
      event.preventDefault();
      show(false);
      this.accept();
    });
  }
});

/** A tag's colour, which only repeats what its name says. */
export const dot = tag => tag?.colour ? html`<span class="dot c-${tag.colour}"></span>` : nothing;

/** The tags of which nothing waits: they take drops and can be changed, too. */
export const emptyTags = ({ emptyTags }, actions) => emptyTags.length === 0 ? nothing : html`
  <section class="empty-tags" data-needs="editor" aria-labelledby="empty-tags">
    <h2 id="empty-tags">${t.nothingWaitsIn}</h2>
    <ul>${emptyTags.map(tag => html`
      <li ${dropTarget(() => actions.drop(tag))}>
        <button aria-label=${t.editTag(tag.name)} title=${t.editTag(tag.name)} @click=${() => actions.editTag(tag)}>${dot(tag)}<span>${tag.name}</span></button>
      </li>`)}
    </ul>
  </section>`;
