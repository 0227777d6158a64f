export default {
  token: {
    hint: 'Skripte und Widgets senden ein Token als „Authorization: Bearer …“.',
    none: 'Es gibt noch keine Token.',
    made: name => `Token ${name} ist erstellt. Jetzt kopieren: Es wird nicht wieder gezeigt.`,
    role: 'Rolle',
    expires: 'Gültig bis, falls nicht für immer',
    madeBy: (name, since) => `erstellt von ${name} ${since}`,
    used: since => `zuletzt benutzt ${since}`,
    unused: 'nie benutzt',
    until: date => `bis ${date}`,
    expired: date => `abgelaufen am ${date}`,
    revoke: 'Widerrufen', revokeWhat: name => `${name} widerrufen`, revoked: name => `Token ${name} widerrufen`,
  },

  setting: {
    hint: 'Sie werden beim Start gelesen: geändert werden sie dort, woher der Server sie hat, und gelten nach einem Neustart.',
    name: 'Einstellung', value: 'Wert', source: 'Woher',
    set: 'gesetzt', notSet: 'nicht gesetzt', byDefault: 'Vorgabe',
  },
};
