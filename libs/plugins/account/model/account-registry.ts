import type { Tx } from '@fashen/plugin-api';

/** Lets the host make the first accounts. Implemented by the account plugin. */
export abstract class AccountRegistry {
  abstract isEmpty(tx: Tx): Promise<boolean>;
  /** Hashes a password, outside any transaction because it takes a while. Throws `account.PASSWORD_WEAK`. */
  abstract hash(password: string, names: readonly string[]): Promise<string>;
  /** Adds an account; the hash comes from `hash`. Returns its id. */
  abstract add(tx: Tx, account: { personId: string; name: string; passwordHash: string }): Promise<string>;
  /** Makes the token that `POST /setup` asks for. Called once at boot by a host without accounts, which shows it on its console only. */
  abstract openSetup(): string;
}
