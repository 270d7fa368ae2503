import type { Notice } from '@fashen/conformance';
import { textAt } from './answers';

/** A notice, as its list answers it. */
export interface StoredNotice {
  readonly kind: string;
  readonly params: object;
}

const KINDS: Readonly<Record<string, Notice['kind']>> = {
  taskAssigned: 'NEW_TASK',
  taskCancelled: 'CANCELLED',
  overdue: 'TIMEOUT',
  escalated: 'ESCALATED',
};

/** Notices in the words of the kit. Steps of the kit are called as their ids. */
export function noticesInWords(stored: readonly StoredNotice[]): readonly Notice[] {
  return stored.flatMap(({ kind, params }) => {
    const known = KINDS[kind];
    const node = textAt(params, 'step');
    return known === undefined ? [] : [{ kind: known, ...(node === undefined ? {} : { node }) }];
  });
}
