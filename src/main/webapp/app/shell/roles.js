/** Each may do what those before it may. */
export const ROLES = ['viewer', 'editor', 'admin'];

/** Whether who uses the page has a role, or more. Controls tell theirs in `data-needs`, and style/page.css hides them from the others. */
export const may = ({ session }, role) => ROLES.indexOf(session?.role) >= ROLES.indexOf(role);
