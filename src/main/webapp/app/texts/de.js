const of = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export default {
  title: 'Diun Dashboard',
  loading: 'Wird geladen…',
  dismiss: 'Ausblenden',

  menu: 'Menü',
  views: 'Ansichten',
  view: { pending: 'Offen', done: 'Erledigt', insights: 'Einblicke', hosts: 'Hosts' },
  connection: { connecting: 'verbindet', live: 'live', reconnecting: 'verbindet neu', offline: 'offline' },
  search: 'Updates suchen',
  searchHint: 'Suchen, etwa host:nas',

  away: time => `Der Server antwortet nicht. ${time ? `Das ist sein Stand vom ${time}. ` : ''}Die Seite versucht es weiter.`,
  unreachable: 'Der Server ist nicht erreichbar.',
  notJson: 'Der Server hat etwas geschickt, das kein JSON ist.',
  badStatus: status => `Der Server hat mit Status ${status} geantwortet.`,

  justNow: 'gerade eben',
  waiting: 'offen',
  overAMonth: 'älter als ein Monat',
  arrivals: (count, days) => `${of(count, 'Update', 'Updates')} in den letzten ${of(days, 'Tag', 'Tagen')}`,
  onDay: (count, day) => `${day}: ${count} eingetroffen`,
  order: 'Reihenfolge',
  orders: { newest: 'neueste', oldest: 'älteste', name: 'Name', host: 'Host' },
  groupBy: 'Gruppen',
  groupings: { tag: 'nach Tag', host: 'nach Host', registry: 'nach Registry', stack: 'nach Stack', none: 'keine' },
  noGroup: { tag: 'Ohne Tag', host: 'Ohne Host', registry: 'Ohne Registry', stack: 'Ohne Stack', none: 'Alle' },
  noHost: 'unbenannter Host',
  silent: (host, since) => `Diun auf ${host} hat sich zuletzt ${since} gemeldet`,
  newShow: count => `${count} neu, anzeigen`,
  newUpdates: count => of(count, 'neues Update', 'neue Updates'),

  done: 'Erledigt',
  doneWith: name => `${name} erledigt`,
  doneWithAll: count => `Alle ${count} erledigt`,
  doneWithAllIn: (count, name) => `Alle ${count} in ${name} erledigt`,
  doneWithFound: count => `Alle ${count} gefundenen erledigt`,
  select: name => `${name} auswählen`,
  onHost: (name, host) => `${name} auf ${host}`,
  showGroup: name => `${name} anzeigen`,
  details: name => `Einzelheiten zu ${name}`,
  isNew: 'Neu',
  seen: count => `${count}× gemeldet`,
  moreHosts: count => `+${count}`,
  received: time => `Offen seit ${time}`,

  noMatch: 'Kein Update passt',
  noMatchOf: query => `Zu „${query}“ gibt es hier nichts.`,
  badSearch: 'Diese Suche ist nicht zu verstehen',
  clearSearch: 'Suche leeren',
  andHosts: count => `, dazu ${of(count, 'anderer Host', 'andere Hosts')}`,
  allDone: 'Alles erledigt',
  allDoneHint: 'Neue Updates erscheinen hier, sobald Diun sie meldet.',
  reported: (host, since) => `Diun auf ${host} hat sich ${since} gemeldet`,

  updates: count => of(count, 'Update', 'Updates'),
  undo: 'Rückgängig',
  toast: {
    done: count => `${count} erledigt.`,
    undone: 'Rückgängig gemacht.',
  },
  putBack: (what, reason) => `${what} zurückgelegt: ${reason}`,

  onlyReads: 'Diese Rolle darf nur lesen.',

  snooze: 'Zurückstellen',

  tag: 'Tag',
  nothingWaitsIn: 'Nichts offen in',
  editTag: name => `Tag ${name} bearbeiten`,
};
