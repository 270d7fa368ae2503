import type { ProcessModel } from '@fashen/plugin-api';
import type { ItemState } from './case-control.schema';

/** Where a migration stands. `CHECKING` and `RUNNING`: its job is under way. */
export type MigrationState = 'PLANNED' | 'CHECKING' | 'CHECKED' | 'RUNNING' | 'DONE';

/** Which items the job of a state works off, and the state that follows when none is left. */
export const WORK_OF: Readonly<Record<'CHECKING' | 'RUNNING', { readonly takes: ItemState; readonly then: MigrationState }>> = {
  CHECKING: { takes: 'OPEN', then: 'CHECKED' },
  RUNNING: { takes: 'FITS', then: 'DONE' },
};

/** Whether the job of a migration is under way. */
export function isBusy(state: MigrationState): state is 'CHECKING' | 'RUNNING' {
  return state === 'CHECKING' || state === 'RUNNING';
}

/** The first id of a map that its side of the migration does not know. */
export function unknownNode(nodes: Readonly<Record<string, string>>, from: ProcessModel, to: ProcessModel): string | undefined {
  const here = Object.keys(nodes).find((id) => !from.elements.has(id));
  return here ?? Object.values(nodes).find((id) => !to.elements.has(id));
}
