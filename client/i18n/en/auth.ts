import type { auth as ko } from '../ko/auth.ts';
import type { SameKeys } from '../same-keys.ts';

export const auth: SameKeys<typeof ko> = {
  title: 'Sign in',
  tagline: 'What happens in the office today, as it happens.',
  username: 'User name',
  password: 'Password',
  capsLock: 'Caps Lock is on.',
  signIn: 'Sign in',
  ended: {
    session_ended:
      'You were signed out here from somewhere else. If that was not you, ask an admin. Sign in to go back to where you were.',
    session_renewed: 'Your session was renewed. Please sign in again.',
    password_changed: 'Your password was changed. Please sign in with the new one.',
    password_reset: 'An admin set a new password for you. Please sign in with it.',
    token_revoked: 'You have been signed out. Please sign in again.',
    role_changed: 'Your rights have changed. Please sign in again.',
    deactivated: 'This account can no longer be used. Please ask an admin.',
    expired:
      'You were away for long and have been signed out. Sign in to go back to where you were.',
    signed_out: 'You have signed out.',
  },
};
