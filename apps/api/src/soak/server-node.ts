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

/** Told to a server: arm this failpoint; an empty name disarms. */
export interface ArmOrder {
  readonly arm: string;
}

/** The answer: points that were passed since one was armed before. */
export interface ArmedReply {
  readonly kind: 'armed';
  readonly passed: readonly string[];
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

  /** Arms a failpoint from now on; an empty name disarms. Answers the points that were passed since one was armed before. */
  async arm(point: string): Promise<readonly string[]> {
    const answered = once(this.child, 'message');
    this.child.send({ arm: point } satisfies ArmOrder);
    const [reply] = (await answered) as [ArmedReply];
    return reply.passed;
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
