export default {
  token: {
    hint: 'Scripts and widgets send a token as “Authorization: Bearer …”.',
    none: 'There are no tokens yet.',
    made: name => `Token ${name} is made. Copy it now: it is not shown again.`,
    role: 'Role',
    expires: 'Good until, if not for ever',
    madeBy: (name, since) => `made by ${name} ${since}`,
    used: since => `last used ${since}`,
    unused: 'never used',
    until: date => `until ${date}`,
    expired: date => `expired on ${date}`,
    revoke: 'Revoke', revokeWhat: name => `Revoke ${name}`, revoked: name => `Token ${name} revoked`,
  },

  setting: {
    hint: 'They are read at the start: change them where the server has them from, and start it anew.',
    name: 'Setting', value: 'Value', source: 'From where',
    set: 'set', notSet: 'not set', byDefault: 'default',
  },
};
