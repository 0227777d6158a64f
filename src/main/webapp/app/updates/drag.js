import { noChange } from 'lit-html';
import { Directive, directive } from 'lit-html/directive.js';

/** Marks our own drags; what is carried is in the store, where no other page can put anything. */
const TYPE = 'application/x-diun-updates';

export function startDrag(event, images, actions) {
  event.dataTransfer.setData(TYPE, '');
  event.dataTransfer.effectAllowed = 'move';
  setTimeout(() => actions.drag(images)); // a page that changes within dragstart ends the drag in Chromium
}

/** Makes the element accept a drag, and calls back when it is dropped. */
export const dropTarget = directive(class extends Directive {
  render() { return noChange; }

  update({ element }, [accept]) {
    this.accept = accept;
    if (!this.isBound) this.bind(element);
    return noChange;
  }

  bind(element) {
    this.isBound = true;
    const show = isOver => element.classList.toggle('dropping', isOver);
    element.addEventListener('dragover', event => {
      if (!event.dataTransfer.types.includes(TYPE)) return;
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
