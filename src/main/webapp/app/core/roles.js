/** The roles in ascending order. Each includes the rights of the roles before it. */
export const ROLES = ['viewer', 'editor', 'admin'];

/** True if the user has at least this role. Controls name theirs in `data-needs`; style/base.css hides them from other users. */
export const hasRole = ({ session }, role) => ROLES.indexOf(session?.role) >= ROLES.indexOf(role);
