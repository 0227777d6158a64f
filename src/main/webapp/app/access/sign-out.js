import { send } from '../core/api.js';

/** Ends the session. The server answers with the address to continue at: its own page or that of the OpenID provider. */
export const signOutActions = ({ run }) => ({
  signOut: () => run(async () => location.assign((await send('DELETE', 'session')).location)),
});
