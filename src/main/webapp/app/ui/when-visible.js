import { Directive, directive } from 'lit-html/directive.js';

/** Calls back when the element comes near the viewport, and after each rendering there. The observer can report several changes at once: the last one counts. */
export const whenVisible = directive(class extends Directive {
  render() {}

  update({ element }, [callback]) {
    this.observer?.disconnect();
    this.observer = new IntersectionObserver(entries => entries.at(-1).isIntersecting && callback(), { rootMargin: '1000px' });
    this.observer.observe(element);
  }
});
