const KINDS = [
  'notified', 'acknowledged', 'reopened', 'snoozed', 'woken', 'tagged', 'untagged', 'noted',
  'tag_created', 'tag_changed', 'tag_deleted', 'host_renamed', 'host_merged', 'host_separated', 'reset',
];
const AGAIN = 30_000;

/** Listens to what happens at the server while the page is visible: each stream takes one of the browser's few connections. */
export function listen(feed) {
  let source;
  let timer;

  function open() {
    close();
    if (document.hidden) return;
    source = new EventSource('api/v1/events');
    source.addEventListener('open', () => {
      feed.live(true);
      feed.refresh();
    });
    for (const kind of KINDS) source.addEventListener(kind, feed.happened);
    source.addEventListener('error', () => {
      feed.live(false);
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN);
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
