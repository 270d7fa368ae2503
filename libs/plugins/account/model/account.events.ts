import { defineEvent } from '@fashen/plugin-api';

/** What happens to accounts and sessions. Ids only. */
export const accountEvents = {
  signedIn: defineEvent<{ accountId: string; personId: string }>('account', 'signedIn'),
  signedOut: defineEvent<{ accountId: string; personId: string }>('account', 'signedOut'),
  /** Too many failures in a row. */
  locked: defineEvent<{ accountId: string; until: number }>('account', 'locked'),
  unlocked: defineEvent<{ accountId: string }>('account', 'unlocked'),
  accountAdded: defineEvent<{ accountId: string; personId: string }>('account', 'accountAdded'),
  disabled: defineEvent<{ accountId: string; personId: string }>('account', 'disabled'),
  enabled: defineEvent<{ accountId: string; personId: string }>('account', 'enabled'),
  /** By the person, or by an administrator when `byAdministrator`. */
  passwordChanged: defineEvent<{ accountId: string; byAdministrator: boolean }>('account', 'passwordChanged'),
  /** A person has set a signing PIN, in the place of another one when `replaced`. The PIN itself is told to nobody. */
  pinSet: defineEvent<{ personId: string; replaced: boolean }>('account', 'pinSet'),
  /** By the person, or with a new password by an administrator. */
  pinRemoved: defineEvent<{ personId: string; byAdministrator: boolean }>('account', 'pinRemoved'),
  /** Too many wrong PINs in a row. */
  pinLocked: defineEvent<{ personId: string; until: number }>('account', 'pinLocked'),
};
