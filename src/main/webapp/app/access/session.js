import { send } from '../core/api.js';
import { setSignedIn } from '../core/signed-in.js';

export const sessionActions = ({ store }, { run }) => ({
  /** Leaves the page to sign in. The server returns to the same address. */
  signIn() {
    store.change({ isSigningIn: true });
    location.reload();
  },

  /** Ends the session. The server answers with the address to continue at: its own page or that of the OpenID provider. */
  signOut: () => run(async () => {
    const { location: next } = await send('DELETE', 'session');
    setSignedIn(false);
    location.assign(next);
  }),
});
