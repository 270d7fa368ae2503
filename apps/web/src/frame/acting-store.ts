import type { Acting } from '@fashen/ui';

const KEY = 'fashen.actingFor';

/** For whom this person acts in this window; kept until it is closed, so that reading a page again does not end it. */
export function storedActing(deputyId: string): Acting | undefined {
  const stored = parse(sessionStorage.getItem(KEY));
  if (!stored || stored.deputyId !== deputyId) return undefined;
  const { personId, name } = stored;
  return { personId, name };
}

/** Keeps for whom the person acts, or forgets it. */
export function storeActing(deputyId: string, acting: Acting | undefined): void {
  if (acting) sessionStorage.setItem(KEY, JSON.stringify({ deputyId, personId: acting.personId, name: acting.name }));
  else sessionStorage.removeItem(KEY);
}

function parse(text: string | null): { readonly deputyId: string; readonly personId: string; readonly name: string } | undefined {
  try {
    const { deputyId, personId, name } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    const isWhole = typeof deputyId === 'string' && typeof personId === 'string' && typeof name === 'string';
    return isWhole ? { deputyId, personId, name } : undefined;
  } catch {
    return undefined;
  }
}
