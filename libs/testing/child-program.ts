import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** How a child ended, and all lines it wrote to its standard output. */
export interface ChildEnd {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly lines: readonly string[];
  /** What it wrote to its standard error. */
  readonly complaints: string;
}

/** A running child. Tests talk to it through its arguments and the lines it writes. */
export interface Child {
  readonly pid: number;
  /** Waits for a line that begins so. Throws when the child ends before. */
  line(start: string): Promise<string>;
  /** Waits for its end. */
  end(): Promise<ChildEnd>;
  /** Ends it as `kill -9` does. */
  kill(): Promise<ChildEnd>;
}

/** A program of ours, bundled, that tests run as processes of their own: to kill them, or to have two at once. */
export class ChildProgram {
  private readonly running = new Set<ChildProcessWithoutNullStreams>();

  private constructor(
    private readonly folder: string,
    /** The bundle, for tests that start it in their own way. */
    readonly file: string,
  ) {}

  /** Bundles a TypeScript file (path from the root of the repository). Takes about half a second. */
  static async build(source: string): Promise<ChildProgram> {
    const root = join(__dirname, '../..');
    await mkdir(join(root, 'tmp'), { recursive: true });
    const folder = await mkdtemp(join(root, 'tmp', 'program-'));
    const file = join(folder, 'program.mjs');
    await execute(process.execPath, [join(__dirname, 'bundle-program.mjs'), join(root, source), file], { cwd: root });
    return new ChildProgram(folder, file);
  }

  start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Child {
    const child = spawn(process.execPath, ['--enable-source-maps', this.file, ...args], { env: { ...process.env, ...environment } });
    this.running.add(child);
    child.once('exit', () => this.running.delete(child));
    return new RunningChild(child);
  }

  /** Ends what still runs and removes the bundle. */
  async dispose(): Promise<void> {
    for (const child of this.running) child.kill('SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }
}

class RunningChild implements Child {
  private readonly lines: string[] = [];
  private complaints = '';
  private readonly output: Interface;
  private readonly ended: Promise<ChildEnd>;

  constructor(private readonly process: ChildProcessWithoutNullStreams) {
    this.output = createInterface({ input: process.stdout });
    this.output.on('line', (line) => this.lines.push(line));
    process.stderr.on('data', (part: Buffer) => (this.complaints += part.toString()));
    this.ended = new Promise((resolve) => {
      process.once('close', (code, signal) => resolve({ code, signal, lines: this.lines, complaints: this.complaints }));
    });
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  async line(start: string): Promise<string> {
    for (;;) {
      const found = this.lines.find((line) => line.startsWith(start));
      if (found !== undefined) return found;
      const end = await Promise.race([this.ended, once(this.output, 'line')]);
      if (!Array.isArray(end) && !this.lines.some((line) => line.startsWith(start))) {
        throw new Error(`the child ended without saying "${start}": ${this.complaints}`);
      }
    }
  }

  end(): Promise<ChildEnd> {
    return this.ended;
  }

  kill(): Promise<ChildEnd> {
    this.process.kill('SIGKILL');
    return this.ended;
  }
}
