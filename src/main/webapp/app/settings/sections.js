/** The sections of the settings, the first one as the default. */
export const SECTIONS = ['appearance', 'tags', 'links', 'commands', 'tokens', 'channels', 'holding', 'server', 'about'];

/** Sections of which the API shows the contents to administrators only. */
export const ADMIN_SECTIONS = ['links', 'commands', 'tokens', 'channels', 'holding', 'server'];
