// DB=mysql without FASHEN_TEST_MYSQL_URL: a private server for this run of Jest.
import { startMariadb } from '../mariadb.mjs';

export default async function setUp() {
  if (process.env.DB !== 'mysql' || process.env.FASHEN_TEST_MYSQL_URL) return;
  globalThis.fashenMariadb = await startMariadb();
  process.env.FASHEN_TEST_MYSQL_URL = globalThis.fashenMariadb.url;
}
