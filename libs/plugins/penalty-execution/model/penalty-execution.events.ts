import { defineEvent } from '@fashen/plugin-api';

/** What is told after a decision. */
export const penaltyExecutionEvents = {
  remedyFiled: defineEvent<{ remedyId: string; kind: string; filedOn: string }>('penalty-execution', 'remedyFiled'),
  remedyDecided: defineEvent<{ remedyId: string; outcome: string; receivedOn: string; withdraws: boolean }>(
    'penalty-execution',
    'remedyDecided',
  ),
  publicationWithdrawn: defineEvent<{ remedyId: string; withdrawnOn: string }>('penalty-execution', 'publicationWithdrawn'),
};
