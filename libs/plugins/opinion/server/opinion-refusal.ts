import type { WorkflowError } from '@fashen/plugin-api';
import { type OpinionContent, opinionErrors, type OpinionPolicy, opinionProblem } from '../model';

/** The problem of an opinion as the person reads it. */
export function refusalOf(opinion: OpinionContent, policy: OpinionPolicy): WorkflowError | undefined {
  const problem = opinionProblem(opinion, policy);
  if (!problem) return undefined;
  if (problem.kind === 'required') return opinionErrors.REQUIRED();
  if (problem.kind === 'barePhrase') return opinionErrors.BARE_PHRASE({ phrase: problem.phrase });
  return opinionErrors.TOO_SHORT({ min: problem.min });
}
