import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = join(__dirname, '../../../../dist/api/main.js');
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;

/** Password of every person of the sample bureau on a test server. */
export const PASSWORD = 'Sample-bureau-7!';

/**
 * The built server as a process of its own, with SQLite and attachments in a temporary folder. It keeps its address when it is started
 * again, so that a browser finds it at the same place.
 */
export class TestServer {
  private child?: ChildProcess;
  private output = '';

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** A running server on a free port, ready to answer. Build first: `npm test -- browser` does it. */
  static async start(): Promise<TestServer> {
    if (!existsSync(PROGRAM)) throw new Error(`there is no built server at ${PROGRAM}`);
    const server = new TestServer(await mkdtemp(join(tmpdir(), 'fashen-browser-')), await freePort());
    await server.boot();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What the server has written so far, for the message of a failed test. */
  get log(): string {
    return this.output.slice(-4_000);
  }

  /** Ends the server as `kill -9` does and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.end('SIGKILL');
    await this.boot();
  }

  /** Ends the server and removes its data. */
  async dispose(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }

  private async boot(): Promise<void> {
    const child = spawn(process.execPath, ['--enable-source-maps', PROGRAM], {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: this.environment(),
    });
    this.child = child;
    const keep = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    await this.untilReady(child);
  }

  private environment(): NodeJS.ProcessEnv {
    const foreign = Object.entries(process.env).filter(([name]) => !name.startsWith('FASHEN_') && name !== 'NODE_ENV');
    return {
      ...Object.fromEntries(foreign),
      FASHEN_PORT: String(this.port),
      FASHEN_DATABASE_URL: `sqlite:${join(this.folder, 'fashen.db')}`,
      FASHEN_SAMPLE_PASSWORD: PASSWORD,
      FASHEN_LOG_LEVEL: 'warn',
    };
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const waiting = AbortSignal.timeout(READY_WITHIN_MS);
    while (!waiting.aborted) {
      if (child.exitCode !== null) throw new Error(`the server ended at its start:\n${this.log}`);
      const isReady = await fetch(`${this.url}/ready`, { signal: waiting }).then(
        (reply) => reply.ok,
        () => false,
      );
      if (isReady) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the server did not become ready:\n${this.log}`);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(force);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address === 'string' || !address) throw new Error('no free port');
  return address.port;
}
