/* Measures in the page how long a key takes, from its press to the end of the first frame in which its effect is there. */
globalThis.triage = {
  loadedRows: () => [...document.querySelectorAll('.chunk')].reduce((sum, { style }) => sum + Number(style.getPropertyValue('--rows')), 0),

  expect(effect) {
    triage.painted = new Promise((resolve, reject) => addEventListener('keydown', ({ timeStamp, key }) => {
      const late = setTimeout(() => reject(new Error(`${key}: not ${effect}`)), 5000);
      frameWith(effects[effect]()).then(end => {
        clearTimeout(late);
        resolve(end - timeStamp);
      });
    }, { capture: true, once: true }));
  },

  /* How long another grouping takes, from the click to the end of the first frame with its rows. */
  async regroup(name) {
    const before = document.querySelector('.group');
    const start = performance.now();
    [...document.querySelectorAll('#display button')].find(({ textContent }) => textContent.trim() === name).click();
    return await frameWith(() => !before.isConnected && document.querySelector('.group .update')) - start;
  },
};

/* The time at the end of the first frame in which something is there. */
const frameWith = isThere => new Promise(resolve => {
  const check = () => requestAnimationFrame(isThere() ? () => resolve(performance.now()) : check);
  requestAnimationFrame(check);
});

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
