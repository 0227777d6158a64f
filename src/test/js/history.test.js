import { groupRepeats } from '../app/details/history.js';
import { equal, test } from './harness.js';

const activity = (kind, at, host = 'nas') => ({ kind, at, host, actor: null, note: null });

test('equal entries of the same day are grouped', () => equal(
  groupRepeats([
    activity('acknowledged', '2026-11-22T12:00:00Z'), activity('notified', '2026-11-22T11:00:00Z'), activity('notified', '2026-11-22T10:00:00Z'),
    activity('notified', '2026-11-22T09:00:00Z', 'vps'), activity('notified', '2026-11-21T09:00:00Z', 'vps'),
  ]).map(({ kind, count }) => `${kind} ${count}`),
  ['acknowledged 1', 'notified 2', 'notified 1', 'notified 1']));
