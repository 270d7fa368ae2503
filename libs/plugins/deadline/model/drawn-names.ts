import type { NameReader } from '@fashen/plugin-api';
import { drawnTerms } from './lint/drawn-terms';

/** Periods that steps count by or start, and the role that is told who is late. */
export const termNames: NameReader = (model) =>
  drawnTerms(model).flatMap(({ step, term }) => {
    const periods = [term?.period, term?.seatPeriod, ...(term?.starts ?? [])].map((id) => ({ kind: 'period', id }));
    return [...periods, { kind: 'role', id: term?.escalateTo }].flatMap(({ kind, id }) => (id ? [{ elementId: step.id, kind, id }] : []));
  });
