import type { WorkflowError } from '@fashen/plugin-api';
import type { Depth, Proposal } from './catalog';
import { CHECKLIST, FAILING_RESULTS } from './checklist';
import { legalReviewErrors } from './legal-review.errors';
import type { ChecklistAnswer, OpinionBody } from './legal-review.schema';
import { type OpinionCode, opinionOf, type ReviewRoute } from './opinion-table';

/** Where an opinion sends the case. A head of section who does not sign sends it back to the reviewer. */
export function routeOf(code: OpinionCode, isSignedAgainst = false): ReviewRoute {
  return isSignedAgainst ? 'REVIEW_AGAIN' : opinionOf(code).route;
}

/** Codes of items that must be answered at a depth. */
export function requiredItems(depth: Depth): readonly string[] {
  return CHECKLIST.filter((item) => item.requiredAt.includes(depth)).map((item) => item.code);
}

/** Why this opinion may not be given; undefined when it may. */
export function mayGiveOpinion(opinion: OpinionBody, depth: Depth, draft: Proposal): WorkflowError | undefined {
  if (depth === 'NONE') return legalReviewErrors.NOT_APPLICABLE();
  return (
    checklistRefusal(opinion.checklist, depth) ??
    contradiction(opinion) ??
    (opinionOf(opinion.code).passes ? rangeRefusal(draft) : undefined)
  );
}

function checklistRefusal(answers: readonly ChecklistAnswer[], depth: Depth): WorkflowError | undefined {
  const known = CHECKLIST.map((item) => item.code);
  const codes = answers.map((answer) => answer.code);
  const unknown = codes.filter((code, at) => !known.includes(code) || codes.indexOf(code) !== at);
  if (unknown.length > 0) return legalReviewErrors.CHECKLIST_UNKNOWN_ITEM({ items: unknown });
  const missing = requiredItems(depth).filter(
    (code) =>
      !isAnswered(
        answers.find((answer) => answer.code === code),
        depth,
      ),
  );
  return missing.length > 0 ? legalReviewErrors.CHECKLIST_INCOMPLETE({ items: missing, depth }) : undefined;
}

/** Full review: in words, unless the item does not apply. Routine review: a tick is enough unless something was found. */
function isAnswered(answer: ChecklistAnswer | undefined, depth: Depth): boolean {
  if (!answer) return false;
  const needsWords = answer.result !== 'NA' && (depth === 'FULL' || answer.result !== 'OK');
  return !needsWords || answer.note !== '';
}

function contradiction({ code, checklist }: OpinionBody): WorkflowError | undefined {
  if (!opinionOf(code).passes) return undefined;
  const items = checklist.filter((answer) => FAILING_RESULTS.includes(answer.result)).map((answer) => answer.code);
  return items.length > 0 ? legalReviewErrors.CHECKLIST_CONTRADICTS({ items, opinion: code }) : undefined;
}

/** A fine outside the range of the law; below it only where the penalty is mitigated. */
export function rangeRefusal(draft: Proposal): WorkflowError | undefined {
  const { fine, legalMinimum, legalMaximum } = draft;
  const isAbove = legalMaximum !== undefined && fine > legalMaximum;
  const isBelow = legalMinimum !== undefined && fine > 0 && fine < legalMinimum && !draft.mitigationOrNoPenalty;
  if (!isAbove && !isBelow) return undefined;
  return legalReviewErrors.AMOUNT_OUT_OF_RANGE({ fine, minimum: legalMinimum ?? 0, maximum: legalMaximum ?? null });
}
