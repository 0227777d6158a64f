/** A term of the search language, such as host:nas or tag:"my media". Values with other characters than these are quoted. */
export const searchTerm = (key, value) => /^[\w./:-]+$/.test(value) ? `${key}:${value}` : `${key}:${quoted(value ?? '')}`;

export const quoted = value => `"${value.replaceAll('"', '""')}"`;
