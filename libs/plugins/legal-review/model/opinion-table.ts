/** Where an opinion sends the case. Drawings branch on `review.route`. */
export type ReviewRoute =
  | 'NEXT'
  | 'NAMED_STEP'
  | 'FIX_DOCUMENT'
  | 'INVESTIGATE'
  | 'REDRAFT'
  | 'NO_PENALTY'
  | 'TRANSFER_ORGAN'
  | 'TRANSFER_CRIME'
  | 'CANCEL'
  | 'HEARING_NOTICE'
  | 'CONSULT'
  | 'REVIEW_AGAIN';

/** Key of the clock of the review. */
export const REVIEW_CLOCK = 'legal-review';

/** What an opinion does to the term of the review. */
export type ReviewClock = 'ENDS' | 'PAUSES';

/** One opinion a reviewer can give. Its name is the `ui` text `opinion.<code>`. */
export interface OpinionKind {
  readonly code: string;
  /** Only these let a case go on to a decision. */
  readonly passes: boolean;
  readonly route: ReviewRoute;
  readonly clock: ReviewClock;
}

/** All opinions, in the order in which a page offers them. */
export const OPINIONS = [
  { code: 'PASS', passes: true, route: 'NEXT', clock: 'ENDS' },
  { code: 'PASS_WITH_REMARKS', passes: true, route: 'NEXT', clock: 'ENDS' },
  { code: 'CORRECT_PROCEDURE', passes: false, route: 'NAMED_STEP', clock: 'ENDS' },
  { code: 'CORRECT_DOCUMENT', passes: false, route: 'FIX_DOCUMENT', clock: 'ENDS' },
  { code: 'SUPPLEMENT', passes: false, route: 'INVESTIGATE', clock: 'ENDS' },
  { code: 'RECHARACTERISE', passes: false, route: 'REDRAFT', clock: 'ENDS' },
  { code: 'ADJUST_DISCRETION', passes: false, route: 'REDRAFT', clock: 'ENDS' },
  { code: 'NO_PENALTY', passes: false, route: 'NO_PENALTY', clock: 'ENDS' },
  { code: 'TRANSFER_ORGAN', passes: false, route: 'TRANSFER_ORGAN', clock: 'ENDS' },
  { code: 'TRANSFER_CRIME', passes: false, route: 'TRANSFER_CRIME', clock: 'ENDS' },
  { code: 'CANCEL', passes: false, route: 'CANCEL', clock: 'ENDS' },
  { code: 'HEARING_REQUIRED', passes: false, route: 'HEARING_NOTICE', clock: 'ENDS' },
  { code: 'CONSULT', passes: false, route: 'CONSULT', clock: 'PAUSES' },
] as const satisfies readonly OpinionKind[];

/** Code of an opinion. */
export type OpinionCode = (typeof OPINIONS)[number]['code'];

/** Codes in the order of the table. */
export const OPINION_CODES = OPINIONS.map((opinion) => opinion.code) as [OpinionCode, ...OpinionCode[]];

/** The opinion of a code. */
export function opinionOf(code: OpinionCode): OpinionKind {
  const kind = OPINIONS.find((opinion) => opinion.code === code);
  if (!kind) throw new Error(`no opinion ${code}`);
  return kind;
}
