import { send } from '../core/api.js';
import { setSignedIn } from '../core/signed-in.js';

/** Ends the session. The server answers with the address to continue at: its own page or that of the OpenID provider. */
export const signOutActions = ({ run }) => ({
  signOut: () => run(async () => {
    const { location: next } = await send('DELETE', 'session');
    setSignedIn(false);
    location.assign(next);
  }),
});
