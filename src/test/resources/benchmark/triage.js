/* Measures in the page how long a key takes, from its press to the end of the first frame in which its effect is there. */
globalThis.triage = {
  loadedRows: () => [...document.querySelectorAll('.chunk')].reduce((sum, { style }) => sum + Number(style.getPropertyValue('--rows')), 0),

  expect(effect) {
    triage.painted = new Promise((resolve, reject) => addEventListener('keydown', ({ timeStamp, key }) => {
      const isThere = effects[effect]();
      const late = setTimeout(() => reject(new Error(`${key}: not ${effect}`)), 5000);
      const check = () => {
        if (!isThere()) requestAnimationFrame(check);
        else requestAnimationFrame(() => {
          clearTimeout(late);
          resolve(performance.now() - timeStamp);
        });
      };
      requestAnimationFrame(check);
    }, { capture: true, once: true }));
  },
};

const cursor = () => document.querySelector('.update.cursor');
const dialog = () => document.getElementById('dialog');
const details = () => document.getElementById('details-title');
let gone;

/* Each remembers how it is before the key, and returns whether it has changed. None looks through the whole document, which would take longer than many keys. */
const effects = {
  moved: (row = cursor()) => () => cursor() !== row,
  toggled: (row = cursor(), was = row.classList.contains('selected')) => () => row.classList.contains('selected') !== was,
  removed: (row = cursor()) => {
    gone = row.dataset.id;
    return () => !row.isConnected && !dialog();
  },
  returned: () => () => document.querySelector(`[data-id="${CSS.escape(gone)}"]`),
  opened: () => details,
  closed: () => () => !details(),
  asked: () => dialog,
  answered: () => () => !dialog(),
};
