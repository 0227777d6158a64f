const of = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export default {
  title: 'Diun Dashboard',
  loading: 'Loading…',
  dismiss: 'Dismiss',

  menu: 'Menu',
  views: 'Views',
  view: { pending: 'Pending', done: 'Done', insights: 'Insights', hosts: 'Hosts' },
  connection: { connecting: 'connecting', live: 'live', reconnecting: 'reconnecting', offline: 'offline' },
  search: 'Search updates',
  searchHint: 'Search, or try host:nas',

  away: time => `The server does not answer. ${time ? `This is what it said on ${time}. ` : ''}The page keeps trying.`,
  unreachable: 'The server cannot be reached.',
  notJson: 'The server sent something that is not JSON.',
  badStatus: status => `The server answered with status ${status}.`,

  justNow: 'just now',
  waiting: 'waiting',
  overAMonth: 'over a month',
  arrivals: (count, days) => `${of(count, 'update')} arrived in the last ${of(days, 'day')}`,
  onDay: (count, day) => `${day}: ${count} arrived`,
  order: 'Order',
  orders: { newest: 'newest', oldest: 'oldest', name: 'name', host: 'host' },
  groupBy: 'Group',
  groupings: { tag: 'by tag', host: 'by host', registry: 'by registry', stack: 'by stack', none: 'not at all' },
  noGroup: { tag: 'Untagged', host: 'No host', registry: 'No registry', stack: 'No stack', none: 'All' },
  noHost: 'unnamed host',
  silent: (host, since) => `Diun on ${host} last reported ${since}`,
  newShow: count => `${count} new, show`,
  newUpdates: count => of(count, 'new update'),

  done: 'Done',
  doneWith: name => `Done with ${name}`,
  doneWithAll: count => `Done with all ${count}`,
  doneWithAllIn: (count, name) => `Done with all ${count} in ${name}`,
  doneWithFound: count => `Done with all ${count} found`,
  select: name => `Select ${name}`,
  onHost: (name, host) => `${name} on ${host}`,
  showGroup: name => `Show ${name}`,
  details: name => `Details of ${name}`,
  isNew: 'New',
  seen: count => `seen ${count}×`,
  moreHosts: count => `+${count}`,
  received: time => `Waits since ${time}`,

  noMatch: 'No update matches',
  noMatchOf: query => `Nothing here has “${query}”.`,
  badSearch: 'This search is not understood',
  clearSearch: 'Clear the search',
  andHosts: count => `, and ${of(count, 'other host')}`,
  allDone: 'All done',
  allDoneHint: 'New image updates appear here as Diun reports them.',
  reported: (host, since) => `Diun on ${host} reported ${since}`,

  updates: count => of(count, 'update'),
  undo: 'Undo',
  toast: {
    done: count => `${count} done.`,
    undone: 'Undone.',
  },
  putBack: (what, reason) => `${what} put back: ${reason}`,

  onlyReads: 'Your role may only read.',

  snooze: 'Snooze',

  tag: 'Tag',
  nothingWaitsIn: 'Nothing waits in',
  editTag: name => `Edit tag ${name}`,
};
