import { defineEvent } from '@fashen/plugin-api';

/** What this plugin tells. All but the parameter events belong to a case. */
export const legalReviewEvents = {
  /** A case was held against the catalog. `items` are the codes that apply. */
  catalogEvaluated: defineEvent<{
    evaluationId: string;
    depth: string;
    items: readonly string[];
    hearingRight: string;
    decisionVersionId: string;
    parameterVersionId: string;
  }>('legal-review', 'catalogEvaluated'),
  /** The handling unit ended its draft; the opinion will be bound to this hash. */
  draftFrozen: defineEvent<{ version: number; sha256: string; sm3: string }>('legal-review', 'draftFrozen'),
  opinionGiven: defineEvent<{ opinionId: string; code: string; round: number; draftHash: string }>('legal-review', 'opinionGiven'),
  opinionSigned: defineEvent<{ opinionId: string; agrees: boolean; round: number }>('legal-review', 'opinionSigned'),
  opinionDisputed: defineEvent<{ opinionId: string; round: number }>('legal-review', 'opinionDisputed'),
  hearingHeld: defineEvent<{ draftHash: string }>('legal-review', 'hearingHeld'),
  draftDiscussed: defineEvent<{ draftHash: string }>('legal-review', 'draftDiscussed'),
  parametersPublished: defineEvent<{ code: string; version: number; versionId: string; hash: string }>(
    'legal-review',
    'parametersPublished',
  ),
  parametersActivated: defineEvent<{ code: string }>('legal-review', 'parametersActivated'),
};
