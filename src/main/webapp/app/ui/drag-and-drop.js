import { noChange } from 'lit-html';
import { Directive, directive } from 'lit-html/directive.js';

/** Marks drags of this page. The dragged rows are in the store, where other pages cannot put any. */
const TYPE = 'application/x-diun-updates';

export function startDrag(event, rows, actions) {
  event.dataTransfer.setData(TYPE, '');
  event.dataTransfer.effectAllowed = 'move';
  setTimeout(() => actions.setDragging(rows)); // Chromium ends a drag if the page changes during dragstart
}

/** Makes the element a drop target for drags of a type. `isOpen` returns whether it accepts drops at the moment. */
export const dropTarget = directive(class extends Directive {
  render() { return noChange; }

  update({ element }, [accept, isOpen = () => true, type = TYPE]) {
    this.accept = accept;
    this.isOpen = isOpen;
    this.type = type;
    if (!this.isBound) this.bind(element);
    return noChange;
  }

  bind(element) {
    this.isBound = true;
    const show = isOver => element.classList.toggle('dropping', isOver);
    element.addEventListener('dragover', event => {
      if (!event.dataTransfer.types.includes(this.type) || !this.isOpen()) return;
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
