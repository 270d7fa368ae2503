import type { Gaps } from '@fashen/ui';
import type { ExecutionReply, Remedy } from '../model';

/** A text of the plugin with its gaps. */
export interface Words {
  readonly key: string;
  readonly gaps?: Gaps;
}

type Fine = NonNullable<ExecutionReply['fine']>;

/** An amount as people write it: no needless decimals, thousands apart. */
export const yuan = (amount: number): string => amount.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** What is said of a fine in one line each: how much by when, how it stands, what it may become. */
export function fineWords(fine: Fine): readonly Words[] {
  const head: Words = { key: 'fine', gaps: { amount: yuan(fine.amount), payBy: fine.payBy } };
  return fine.paidOn === undefined ? [head, ...openWords(fine)] : [head, paidWords(fine, fine.paidOn)];
}

function paidWords({ late }: Fine, day: string): Words {
  return late.days === 0
    ? { key: 'paidInTime', gaps: { day } }
    : { key: 'paidLate', gaps: { day, n: late.days, amount: yuan(late.amount) } };
}

function openWords({ late, today }: Fine): readonly Words[] {
  const paused = late.isPaused ? [{ key: 'paused' }] : [];
  if (late.days === 0) return [{ key: 'inTime' }, ...paused];
  const cap = { cap: yuan(late.cap), day: late.capDay ?? '' };
  const isCapped = late.amount >= late.cap;
  const ceiling = late.capDay === undefined ? [] : [{ key: isCapped ? 'capped' : 'capOn', gaps: cap }];
  return [{ key: 'late', gaps: { n: late.days, today, amount: yuan(late.amount) } }, ...ceiling, ...paused];
}

/** Why a late fine is what it is, line by line. */
export function whyWords({ rule, late }: Fine, remedies: readonly Remedy[], open: string): readonly Words[] {
  const product = yuan(Math.round(late.days * late.perDay * 100) / 100);
  return [
    { key: 'why.from', gaps: { from: late.from, percent: rule.ratePercent, perDay: yuan(late.perDay), article: rule.article } },
    ...remedies.map(({ filedOn, receivedOn = open }) => ({
      key: 'why.pause',
      gaps: { from: filedOn, to: receivedOn, article: rule.pauseArticle },
    })),
    { key: 'why.days', gaps: { n: late.days, perDay: yuan(late.perDay), product } },
    { key: 'why.cap', gaps: { percent: rule.capPercent, cap: yuan(late.cap) } },
  ];
}
