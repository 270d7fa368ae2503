import { defineEvent } from '@fashen/plugin-api';

/** What the control of cases tells. What happens to the case itself is told by the engine. */
export const caseControlEvents = {
  /** Somebody asked for an operation that a second person has to confirm. */
  requested: defineEvent<{ requestId: string; action: string }>('case-control', 'requested'),
  /** A second person confirmed; the operation was carried out in the same unit. */
  confirmed: defineEvent<{ requestId: string; action: string; requestedBy: string }>('case-control', 'confirmed'),
  /** Somebody who could have confirmed refused, or who asked took it back. Nothing happened to the case. */
  refused: defineEvent<{ requestId: string; action: string; requestedBy: string }>('case-control', 'refused'),
  /** A task was ended as one of a batch. */
  batchSubmitted: defineEvent<{ batchId: string; taskId: string; nodeId: string }>('case-control', 'batchSubmitted'),
  /** A migration was planned for the running cases of a version. Belongs to no case. */
  migrationPlanned: defineEvent<{ migrationId: string; processKey: string; fromVersion: number; toVersion: number }>(
    'case-control',
    'migrationPlanned',
  ),
};
