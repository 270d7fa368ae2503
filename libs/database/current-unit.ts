import { AsyncLocalStorage } from 'node:async_hooks';

interface UnitMark {
  readonly kind: 'run' | 'read';
  isActive: boolean;
}

const current = new AsyncLocalStorage<UnitMark>();

/** True while the calling code runs inside a unit that holds a transaction. */
export function isInsideTransaction(): boolean {
  const mark = current.getStore();
  return mark?.kind === 'run' && mark.isActive;
}

/**
 * Runs the body of a unit of work. Units do not nest: an inner one would wait for the locks of the outer one,
 * and what it committed would stay when the outer one is rolled back. Opening one is a bug of ours, so it is a plain error.
 */
export async function asUnit<T>(kind: UnitMark['kind'], body: () => Promise<T>): Promise<T> {
  const mark: UnitMark = { kind, isActive: true };
  try {
    return await current.run(mark, body);
  } finally {
    mark.isActive = false;
  }
}

/** Throws when the caller is inside a unit already. */
export function refuseNestedUnit(): void {
  if (!current.getStore()?.isActive) return;
  throw new Error('a unit of work was opened inside another one: pass the open tx on instead');
}
