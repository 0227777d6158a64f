/**
 * A term of the search language, such as host:nas or tag:"my media". Values with other characters than these are quoted, and
 * those that begin like a port and a path: registry:5000/app is an image reference.
 */
export const searchTerm = (key, value) => /^(?!\d+\/)[\w./:-]+$/.test(value) ? `${key}:${value}` : `${key}:${quoted(value ?? '')}`;

export const quoted = value => `"${value.replaceAll('"', '""')}"`;
