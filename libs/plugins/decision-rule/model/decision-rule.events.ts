import { defineEvent } from '@fashen/plugin-api';

/** What this plugin tells. */
export const decisionRuleEvents = {
  /** A version went into force. */
  published: defineEvent<{ decision: string; versionId: string; version: number; hash: string }>('decision-rule', 'published'),
  /** A draft was saved. */
  draftSaved: defineEvent<{ decision: string; revision: number }>('decision-rule', 'draftSaved'),
  /** A case was judged. `hits` are row numbers from 1; `inputHash` is SHA-256 over the canonical JSON of what the decision saw. */
  evaluated: defineEvent<{ decision: string; versionId: string; hits: readonly number[]; inputHash: string }>('decision-rule', 'evaluated'),
};
