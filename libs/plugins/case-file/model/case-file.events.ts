import { defineEvent } from '@fashen/plugin-api';

/** What case files tell. That a case started or ended is told by the engine. */
export const caseFileEvents = {
  /** In the record of the old case. */
  continuedAs: defineEvent<{ caseId: string; number: string }>('case-file', 'continuedAs'),
  /** In the record of the new one. */
  continuedFrom: defineEvent<{ caseId: string; number: string }>('case-file', 'continuedFrom'),
};
