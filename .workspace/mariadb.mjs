// A private MariaDB for tests: own data directory, own port on the loopback address, no service, gone afterwards.
// Fast and careless by default; `durable` syncs each commit and comes back on the same data when it is killed.
// The server is kept by a guardian process (this file, run directly). The guardian ends the server and removes its data when its
// standard input closes, so nothing is left behind even if the tests are killed.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findProgram } from './programs.mjs';

const START_TIMEOUT_MS = 60_000;
const runsAsRoot = process.getuid?.() === 0;

/** Starts a server. `stop()` ends it and removes its data; `crash()` kills a durable one, which starts again by itself. */
export async function startMariadb({ durable = false } = {}) {
  const args = [fileURLToPath(import.meta.url), ...(durable ? ['durable'] : [])];
  const guardian = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const lines = createInterface({ input: guardian.stdout });
  const [answer] = await Promise.race([once(lines, 'line'), once(guardian, 'exit').then(() => [undefined])]);
  if (answer === undefined) throw new Error('MariaDB did not start, see above');
  guardian.unref();
  guardian.stdin.unref?.();
  guardian.stdout.unref?.();
  return {
    url: JSON.parse(answer).url,
    crash: () => guardian.stdin.write('crash\n'),
    async stop() {
      if (guardian.exitCode !== null) return;
      guardian.ref();
      guardian.stdin.end();
      await once(guardian, 'exit');
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function createDataDirectory(datadir) {
  const program = findProgram('mariadb-install-db', 'mysql_install_db');
  if (!program) throw new Error('mariadb-install-db is not installed (Debian: apt-get install mariadb-server-core)');
  const options = [
    '--no-defaults',
    `--datadir=${datadir}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
  ];
  const result = spawnSync(program, [...options, '--innodb-log-file-size=16M', ...(runsAsRoot ? ['--user=root'] : [])], {
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`mariadb-install-db failed: ${result.stdout}${result.stderr}`);
}

const CARELESS = ['--innodb-flush-log-at-trx-commit=0', '--innodb-flush-method=nosync', '--innodb-doublewrite=0'];
const DURABLE = ['--innodb-flush-log-at-trx-commit=1'];

function startServer(folder, port, durable) {
  const program = findProgram('mariadbd', 'mysqld');
  if (!program) throw new Error('mariadbd is not installed (Debian: apt-get install mariadb-server-core)');
  const place = [`--datadir=${folder}/data`, `--socket=${folder}/socket`, `--pid-file=${folder}/pid`, `--log-error=${folder}/error.log`];
  const net = ['--bind-address=127.0.0.1', `--port=${port}`, '--skip-name-resolve', '--max-connections=300'];
  const quick = ['--skip-log-bin', '--innodb-buffer-pool-size=64M', '--innodb-log-file-size=16M', '--performance-schema=0'];
  const syncing = durable ? DURABLE : CARELESS;
  const meaning = [
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--default-time-zone=+00:00',
    '--innodb-lock-wait-timeout=10',
  ];
  const args = ['--no-defaults', ...place, ...net, ...quick, ...syncing, ...meaning, ...(runsAsRoot ? ['--user=root'] : [])];
  return spawn(program, args, { stdio: 'ignore' });
}

async function waitUntilReady(port, server, folder) {
  const { createConnection } = await import('mysql2/promise');
  for (const deadline = Date.now() + START_TIMEOUT_MS; ; await sleep(50)) {
    if (server.exitCode !== null) throw new Error(`mariadbd ended: ${readFileSync(`${folder}/error.log`, 'utf8')}`);
    try {
      const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' });
      await connection.query('create database if not exists fashen character set utf8mb4 collate utf8mb4_bin');
      return await connection.end();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

async function guard(durable) {
  const folder = mkdtempSync(join(tmpdir(), 'fashen-mariadb-'));
  let server;
  let isEnding = false;
  const end = (code) => {
    isEnding = true;
    server?.kill('SIGKILL');
    setTimeout(() => process.exit(code), 5000).unref();
    const leave = () => (rmSync(folder, { recursive: true, force: true }), process.exit(code));
    if (!server || server.exitCode !== null) leave();
    server.once('exit', leave);
  };
  const keep = (port) => {
    server = startServer(folder, port, durable);
    if (durable) server.once('exit', () => isEnding || keep(port));
  };
  process.stdin.once('end', () => end(0)).on('data', () => server?.kill('SIGKILL'));
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.once(signal, () => end(0));
  try {
    createDataDirectory(join(folder, 'data'));
    const port = await freePort();
    keep(port);
    await waitUntilReady(port, server, folder);
    console.log(JSON.stringify({ url: `mysql://root@127.0.0.1:${port}/fashen` }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    end(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await guard(process.argv[2] === 'durable');
