// How the scripts of this workspace speak, run programs one after another and stop.
import { spawn } from 'node:child_process';
import { root } from './place.mjs';

/** Each program gets a process group of its own, so that a signal reaches it once and reaches all it has started. */
const hasGroups = process.platform !== 'win32';
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const GRACE_MS = 20_000;
const running = new Set();
let stoppedBy;

export const say = (text) => console.log(`▸ ${text}`);

/** Says what is done and how long it took. `work` returns an exit code (or nothing for success); so does this. */
export async function step(name, work) {
  say(`${name} …`);
  const begin = performance.now();
  const code = (await work()) ?? 0;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  say(`${name}: ${code === 0 ? 'done' : 'FAILED'} (${seconds} s)`);
  return code;
}

/** Runs a program in the workspace and gives its exit code. It and what it started are ended together with this process. */
export function run(program, args, options = {}) {
  return stoppedBy ? Promise.resolve(exitCodeOf(stoppedBy)) : launch(program, args, options).ended;
}

/** Starts a program like `run`; `stop()` ends it before. */
export function launch(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: hasGroups, ...options });
  running.add(child);
  const ended = new Promise((resolve, reject) => {
    child.once('error', (error) => (running.delete(child), reject(error)));
    child.once('exit', (code, signal) => {
      running.delete(child);
      if (stoppedBy && running.size === 0) process.exit(exitCodeOf(stoppedBy));
      resolve(code ?? exitCodeOf(signal));
    });
  });
  return { ended, stop: () => (signalTo(child, 'SIGTERM'), ended) };
}

/** Runs a JavaScript program with this Node. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Ends the process with the step's exit code unless it is 0. */
export async function must(code) {
  const result = await code;
  if (result !== 0) process.exit(result);
}

function exitCodeOf(signal) {
  return 128 + (SIGNALS[signal] ?? 9);
}

function signalTo(child, signal) {
  try {
    if (hasGroups) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has just ended.
  }
}

function signalAll(signal) {
  for (const child of running) signalTo(child, signal);
}

function stop(signal) {
  if (stoppedBy) return;
  stoppedBy = signal;
  if (running.size === 0) process.exit(exitCodeOf(signal));
  signalAll(signal);
  setTimeout(() => (signalAll('SIGKILL'), process.exit(exitCodeOf(signal))), GRACE_MS).unref();
}

for (const signal of Object.keys(SIGNALS)) process.on(signal, () => stop(signal));

// npm runs scripts in a shell. When npm is ended by a signal, the shell dies without passing it on: notice the new parent.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop('SIGTERM'), 500).unref();
