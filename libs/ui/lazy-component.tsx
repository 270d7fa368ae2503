import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

const RELOADED_KEY = 'fashen.reloaded';

/** True once per minute and tab: a page whose files were replaced by a new release is loaded again, but never in a circle. */
export function mayReload(now: number, storage: Pick<Storage, 'getItem' | 'setItem'> = sessionStorage): boolean {
  const last = Number(storage.getItem(RELOADED_KEY) ?? 0);
  if (now - last < 60_000) return false;
  storage.setItem(RELOADED_KEY, String(now));
  return true;
}

/** True when a file of the application could not be loaded: usually a new release has replaced it. */
export function isMissingChunk(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message);
}

/** A component whose code is loaded when it is first shown. Stands below a `Suspense`. */
export function lazyComponent<P extends object>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await load() }));
}
