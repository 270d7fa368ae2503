import type { ItemState } from '../../model';
import type { WireMigration } from './migration-requests';

/** How much of the present job is done, in whole percent. A check is done with what is not open any more; a run with what does not wait for its turn. */
export function shareDone({ state, counts }: Pick<WireMigration, 'state' | 'counts'>): number {
  const total = Object.values(counts).reduce((sum, count = 0) => sum + count, 0);
  if (total === 0) return 0;
  const waits: ItemState = state === 'CHECKING' ? 'OPEN' : 'FITS';
  return Math.floor(((total - (counts[waits] ?? 0)) * 100) / total);
}
