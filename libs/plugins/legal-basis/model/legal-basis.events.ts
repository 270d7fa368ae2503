import { defineEvent } from '@fashen/plugin-api';

/** What happens to the library of clauses. */
export const legalBasisEvents = {
  published: defineEvent<{ version: number; versionId: string; hash: string; clauses: number }>('legal-basis', 'published'),
};
