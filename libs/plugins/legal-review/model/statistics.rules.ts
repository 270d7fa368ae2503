import { opinionOf } from './opinion-table';
import {
  type Count,
  RETURN_REASONS,
  type ReturnReason,
  type ReviewStatistics,
  type SignedOpinion,
  type StatisticsQuery,
} from './statistics';

const passes = ({ code }: SignedOpinion): boolean => opinionOf(code).passes;

/** Advice that is asked for pauses a review; it is no opinion that counts. */
const isOpinion = ({ code }: SignedOpinion): boolean => opinionOf(code).clock === 'ENDS';

/** Why a failing opinion sent a case back: the first item of the checklist that failed. */
export function reasonOf({ failed }: SignedOpinion): ReturnReason {
  const [first = ''] = failed;
  return Object.entries(RETURN_REASONS).find(([code]) => code === first)?.[1] ?? 'OTHER';
}

/**
 * What legal review did in a period. `all` are the signed opinions of every case that has one in it, oldest first: the first of a case may
 * lie before the period, and then no first opinion counts in it.
 */
export function statisticsOf(all: readonly SignedOpinion[], { from, to }: StatisticsQuery): ReviewStatistics {
  const opinions = all.filter(isOpinion);
  const within = opinions.filter(({ signedOn }) => from <= signedOn && signedOn <= to);
  const first = new Map([...opinions].reverse().map((one) => [one.caseId, one]));
  const firsts = within.filter((one) => first.get(one.caseId) === one);
  const returned = within.filter((one) => !passes(one));
  const timed = within.filter(({ inTime }) => inTime !== undefined);
  const medianDays = median(within.flatMap(({ workingDays }) => workingDays ?? []));
  return {
    from,
    to,
    opinions: within.length,
    firstPass: { part: firsts.filter(passes).length, whole: firsts.length },
    returns: returned.length,
    reasons: countsOf(returned.map(reasonOf)),
    codes: countsOf(within.map(({ code }) => code)),
    inTime: { part: timed.filter(({ inTime }) => inTime === true).length, whole: timed.length },
    ...(medianDays !== undefined && { medianDays }),
  };
}

function countsOf<K extends string>(keys: readonly K[]): readonly Count<K>[] {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count);
}

/** The middle one, or the mean of the two in the middle. */
function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
