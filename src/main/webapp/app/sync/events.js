/** The kinds of activity that change what the page shows, and `reset`, which the server sends if events were missed. */
export const KINDS = [
  'notified', 'replaced', 'acknowledged', 'reopened', 'reopening_undone', 'snoozed', 'woken', 'muted', 'unmuted', 'removed', 'restored', 'imported', 'import_undone',
  'tagged', 'untagged', 'noted', 'hold_changed', 'tag_created', 'tag_changed', 'tag_deleted',
  'host_renamed', 'host_merged', 'host_separated', 'host_alarm_muted', 'host_alarm_unmuted', 'host_silent', 'host_removed', 'host_restored', 'heartbeat_created', 'heartbeat_revoked', 'run_failed',
  'test_received', 'notification_rejected', 'rejection_retried', 'rejection_deleted', 'reset',
];

const RETRY_MS = 30_000;
const OPEN_MS = 5_000;

/** Listens to server-sent events while the page is visible, and calls `onTest` for test notifications: each stream takes one of the browser's few connections to a server. */
export function listen(sync, onTest) {
  let source;
  let timer;

  function open() {
    close();
    if (document.hidden) return;
    source = new EventSource('api/v1/events');
    timer = setTimeout(() => sync.setLive(false), OPEN_MS); // a proxy that buffers responses reports neither success nor failure
    source.addEventListener('open', () => {
      clearTimeout(timer);
      sync.setLive(true);
      sync.refresh();
    });
    for (const kind of KINDS) source.addEventListener(kind, ({ data }) => sync.onEvent(JSON.parse(data)));
    source.addEventListener('test_received', ({ data }) => onTest(JSON.parse(data)));
    source.addEventListener('error', () => {
      sync.setLive(false);
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS);
    });
  }

  function close() {
    clearTimeout(timer);
    source?.close();
  }

  document.addEventListener('visibilitychange', open);
  addEventListener('pagehide', close);
  open();
}
