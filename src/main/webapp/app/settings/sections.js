/** The sections of the settings, the first one as the default. */
export const SECTIONS = ['appearance', 'tags', 'links', 'commands', 'tokens', 'holding', 'server', 'about'];

/** Sections of which the API shows the contents to administrators only. */
export const ADMIN_SECTIONS = ['links', 'commands', 'tokens', 'holding', 'server'];
