import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const LAST_COMPLAINTS = 4_000;
const BOOT_LIMIT_MS = 120_000;

/** How a node ended. */
export interface NodeEnd {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly complaints: string;
}

/** A server process: the built server, started with settings in its environment, alive until it is told to stop or kills itself. */
export class ServerNode {
  private complaints = '';

  private constructor(
    private readonly child: ChildProcess,
    /** Resolves when the process is gone. */
    readonly ended: Promise<NodeEnd>,
  ) {}

  /** Starts `file` and waits until it listens; answers nothing when it died before. */
  static async start(file: string, settings: Readonly<Record<string, string>>): Promise<{ node: ServerNode; url?: string }> {
    const child = spawn(process.execPath, ['--enable-source-maps', file], {
      env: { ...plainEnvironment(), ...settings },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const ended = new Promise<NodeEnd>((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal, complaints: node.complaints }));
    });
    const node: ServerNode = new ServerNode(child, ended);
    child.stderr?.on('data', (part: Buffer) => (node.complaints = (node.complaints + part.toString()).slice(-LAST_COMPLAINTS)));
    const listening = once(child, 'message').then(([message]) => (message as { url?: string }).url);
    const first = await Promise.race([listening, ended.then(() => undefined), pause(BOOT_LIMIT_MS, undefined, { ref: false })]);
    return { node, ...(first !== undefined && { url: first }) };
  }

  /** Ends it the way an operator does. */
  async stop(): Promise<NodeEnd> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  /** Ends it as `kill -9` does. */
  async kill(): Promise<NodeEnd> {
    this.child.kill('SIGKILL');
    return this.ended;
  }
}

/** What a program needs from the environment, without settings of ours. */
function plainEnvironment(): Record<string, string> {
  const kept = Object.entries(inherited()).filter(([name]) => !name.startsWith('FASHEN_') && name !== 'NODE_ENV');
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function inherited(): NodeJS.ProcessEnv {
  // eslint-disable-next-line no-restricted-syntax -- handed on to the child, not read
  return process.env;
}
