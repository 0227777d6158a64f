import { urlOf } from '../app/shell/router.js';
import { bindShortcuts } from '../app/ui/shortcuts.js';
import { equal, test } from './harness.js';

const state = { view: 'pending', query: '', order: 'newest', group: 'tag', tab: 'all' };

test('the URL contains only parameters that differ from their default', () => equal(
  [state, { ...state, query: 'host:nas a&b' }, { ...state, view: 'done', order: 'name', group: 'host' }].map(urlOf).slice(1),
  ['?q=host%3Anas+a%26b', '?view=done&order=name&group=host']));

const done = [];
bindShortcuts({ j: () => done.push('j'), h: () => done.push('h'), 'g h': () => done.push('g h') }, () => true);

function press(key, options) {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...options }));
}

test('a key can be the second of a sequence', () => {
  for (const key of ['h', 'g', 'h', 'h', 'g', 'j', 'j']) press(key);
  press('j', { ctrlKey: true });
  equal(done.splice(0), ['h', 'g h', 'h', 'j']);
});
