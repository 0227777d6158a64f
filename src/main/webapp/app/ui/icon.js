import { html, svg } from 'lit-html';

const SHAPES = {
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.3-4.3"/>`,
  tag: svg`<path d="M4 4h7.5l8 8a1.5 1.5 0 0 1 0 2.1l-5.4 5.4a1.5 1.5 0 0 1-2.1 0l-8-8zM8.5 8.5h.01"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  cross: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  help: svg`<path d="M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.8v.5M12 17.5h.01"/><circle cx="12" cy="12" r="9"/>`,
  star: svg`<path d="m12 4 2.4 5.2 5.6.6-4.2 3.8 1.2 5.6-5-2.9-5 2.9 1.2-5.6L4 9.8l5.6-.6z"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`,
  chevron: svg`<path d="m7 10 5 5 5-5"/>`,
  edit: svg`<path d="M5 19h3.5L19 8.5a2 2 0 0 0 0-2.8l-.7-.7a2 2 0 0 0-2.8 0L5 15.5z"/>`,
  copy: svg`<path d="M9 9h10v11H9zM15 9V4H5v11h4"/>`,
  undo: svg`<path d="M9 5 5 9l4 4M5 9h9a5 5 0 0 1 0 10h-3"/>`,
  alert: svg`<path d="M12 4 3 19.5h18zM12 10v4.5M12 17h.01"/>`,
  import: svg`<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19h14"/>`,
  leave: svg`<path d="M14 4H5v16h9M10 12h10M16 8l4 4-4 4"/>`,
  inbox: svg`<path d="M4 13 6.5 5h11L20 13v6H4zM4 13h4.5l1.2 2.5h4.6l1.2-2.5H20"/>`,
  pause: svg`<path d="M9 6v12M15 6v12"/>`,
  mute: svg`<path d="M4 10v4h3.5L12 18V6L7.5 10zM16 10l4 4M20 10l-4 4"/>`,
  chart: svg`<path d="M6 19v-6M12 19V5M18 19v-9"/>`,
  server: svg`<rect x="4" y="5" width="16" height="6" rx="1.5"/><rect x="4" y="13" width="16" height="6" rx="1.5"/><path d="M7.5 8h.01M7.5 16h.01"/>`,
  gear: svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
};

/** The shapes of all icons. They are on the page once, as each row refers to several. */
export const sprite = html`
  <svg class="sprite" aria-hidden="true">${Object.entries(SHAPES).map(([name, shape]) => svg`
    <symbol id="icon-${name}" viewBox="0 0 24 24">${shape}</symbol>`)}
  </svg>`;

/** An icon. Screen readers skip it, so label the control that contains it. */
export const icon = name => html`<svg class="icon" aria-hidden="true"><use href="#icon-${name}"></use></svg>`;
