import type { CheckResult, Depth, TaskReviewReply } from '../model';

/** An item as the server asks it. */
export type AskedItem = TaskReviewReply['checklist'][number];

/** Opinions with which the case goes on. */
export const passingCodes: readonly string[] = ['PASS', 'PASS_WITH_REMARKS'];

/** Results that stand against passing. */
const blocking: readonly CheckResult[] = ['DEFECT', 'BLOCK'];
/** Results that must be explained. */
const explained: readonly CheckResult[] = ['REMARK', 'DEFECT', 'BLOCK'];

/** What the reviewer has filled in so far. Nothing is chosen in advance. */
export interface ReviewForm {
  readonly code?: string;
  readonly text: string;
  readonly answers: Readonly<Record<string, { readonly result?: CheckResult; readonly note: string } | undefined>>;
  readonly citations: string;
}

/** Something still missing or wrong. `field` is `code`, `text` or the code of an item; `problem` is the key of its text. */
export interface ReviewProblem {
  readonly field: string;
  readonly problem: 'codeMissing' | 'textMissing' | 'resultMissing' | 'noteMissing' | 'blocksPass';
}

/** True when the opinion lets the case go on. */
export function isPassing(code: string | undefined): boolean {
  return code !== undefined && passingCodes.includes(code);
}

/** Everything that keeps the opinion from being handed in, in the order of the page. The server judges again. */
export function judgeReview(form: ReviewForm, checklist: readonly AskedItem[], depth: Depth): readonly ReviewProblem[] {
  return [
    ...checklist.flatMap((item) => judgeItem(form, item, depth)),
    ...(form.code ? [] : [{ field: 'code', problem: 'codeMissing' } as const]),
    ...(form.text.trim() === '' ? [{ field: 'text', problem: 'textMissing' } as const] : []),
  ];
}

function judgeItem(form: ReviewForm, item: AskedItem, depth: Depth): readonly ReviewProblem[] {
  const answer = form.answers[item.code];
  if (!answer?.result) return item.required ? [{ field: item.code, problem: 'resultMissing' }] : [];
  const needsNote = explained.includes(answer.result) || (depth === 'FULL' && item.required);
  const problems: ReviewProblem[] = needsNote && answer.note.trim() === '' ? [{ field: item.code, problem: 'noteMissing' }] : [];
  if (isPassing(form.code) && blocking.includes(answer.result)) problems.push({ field: item.code, problem: 'blocksPass' });
  return problems;
}

/** The answers in the order of the checklist, for the server. Items without a result are left out. */
export function answersOf(
  form: ReviewForm,
  checklist: readonly AskedItem[],
): readonly { readonly code: string; readonly result: CheckResult; readonly note: string }[] {
  return checklist.flatMap(({ code }) => {
    const answer = form.answers[code];
    return answer?.result ? [{ code, result: answer.result, note: answer.note.trim() }] : [];
  });
}

/** Citations, one per line. */
export function citationsOf(form: ReviewForm): readonly string[] {
  return form.citations
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
