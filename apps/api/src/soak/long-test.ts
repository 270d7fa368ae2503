import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PrivateMariadb } from './private-mariadb';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a test of the repository at its full length, on SQLite or the given MariaDB. It prints what it counted; true when it passed. */
export async function longTest(
  root: string,
  test: string,
  { env, mariadb }: { readonly env: Readonly<Record<string, string>>; readonly mariadb?: PrivateMariadb },
): Promise<boolean> {
  const tools = (await import(pathToFileURL(join(root, '.workspace/jest-runs.mjs')).href)) as {
    runJest(config: string, options: { args: readonly string[]; env: Readonly<Record<string, string>> }): Promise<Counts>;
  };
  const place: Readonly<Record<string, string>> = mariadb ? { DB: 'mysql', FASHEN_TEST_MYSQL_URL: mariadb.url } : { DB: 'sqlite' };
  const { passed, failed } = await tools.runJest('database.mjs', { args: [test], env: { ...place, ...env } });
  return passed > 0 && failed === 0;
}
