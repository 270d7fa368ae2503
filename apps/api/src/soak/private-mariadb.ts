import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A MariaDB of our own that syncs every commit. */
export interface PrivateMariadb {
  readonly url: string;
  /** Kills it as `kill -9` does. It starts again on the same data by itself. */
  crash(): void;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** Starts one with the tools of the workspace; needs an installed MariaDB. `root` is the root of the repository. */
export async function startMariadb(root: string): Promise<PrivateMariadb> {
  const tools = (await import(pathToFileURL(join(root, '.workspace/mariadb.mjs')).href)) as {
    startMariadb(options: { durable: boolean }): Promise<PrivateMariadb>;
  };
  return tools.startMariadb({ durable: true });
}
