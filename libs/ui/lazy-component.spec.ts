import { isMissingChunk, mayReload } from './lazy-component';

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

describe('automatic reload', () => {
  it('happens once and not again within a minute', () => {
    const storage = memory();
    expect(mayReload(1_000_000, storage)).toBe(true);
    expect(mayReload(1_030_000, storage)).toBe(false);
    expect(mayReload(1_061_000, storage)).toBe(true);
  });

  it('is meant for files that a new release has replaced, not for other errors', () => {
    expect(isMissingChunk(new TypeError('Failed to fetch dynamically imported module: /assets/x.js'))).toBe(true);
    expect(isMissingChunk(new Error('Unable to preload CSS for /assets/x.css'))).toBe(true);
    expect(isMissingChunk(new TypeError('undefined is not a function'))).toBe(false);
  });
});
