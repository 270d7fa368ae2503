/**
 * Places at which the crash test ends the process without warning. Nothing is armed in production, and then a point costs one
 * comparison. Points of a unit of work: `before-begin`, `after-idempotency`, `after-work`, `after-record`, `before-commit`,
 * `after-commit`; the engine adds its own around each write.
 */
let armed: { readonly name: string; left: number } | undefined;

/**
 * Arms one point for this process: `after-work`, or `after-work:3` to let it be passed twice first. Without a name nothing is armed.
 * Whoever reads the settings calls it; the name never comes from a request.
 */
export function armFailpoint(point: string | undefined): void {
  if (!point) {
    armed = undefined;
    return;
  }
  const [name = '', passes = '1'] = point.split(':');
  armed = { name, left: Number(passes) };
}

/** Marks a point. If it is the armed one, the process kills itself as `kill -9` would: no handlers, no flushing, no goodbye. */
export function failpoint(name: string): void {
  if (armed === undefined || armed.name !== name) return;
  armed.left -= 1;
  if (armed.left <= 0) process.kill(process.pid, 'SIGKILL');
}
