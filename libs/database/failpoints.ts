/**
 * Places at which the crash test ends the process without warning. Nothing is armed in production, and then a point costs one
 * comparison. Points of a unit of work: `before-begin`, `after-idempotency`, `after-work`, `after-record`, `before-commit`,
 * `after-commit`; the engine adds its own around each write.
 */
let armed: { readonly name: string; left: number; readonly passed: string[] } | undefined;

/** Instead of a name: whichever point comes. */
const ANY = 'any';

/**
 * Arms one point for this process: `after-work`, or `after-work:3` to let it be passed twice first; `any:3` is the third point of whatever
 * name. Without a name nothing is armed. Whoever reads the settings calls it; the name never comes from a request.
 */
export function armFailpoint(point: string | undefined): void {
  if (!point) {
    armed = undefined;
    return;
  }
  const [name = '', passes = '1'] = point.split(':');
  armed = { name, left: Number(passes), passed: [] };
}

/** Marks a point. If it is the armed one, the process kills itself as `kill -9` would: no handlers, no flushing, no goodbye. */
export function failpoint(name: string): void {
  if (armed === undefined) return;
  armed.passed.push(name);
  if (armed.name !== name && armed.name !== ANY) return;
  armed.left -= 1;
  if (armed.left <= 0) process.kill(process.pid, 'SIGKILL');
}

/** Names of the points that were passed since one was armed, in order. */
export function passedFailpoints(): readonly string[] {
  return armed?.passed ?? [];
}
