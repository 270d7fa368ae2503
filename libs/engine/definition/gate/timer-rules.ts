import type { SourceEvent, SourceNode } from '../../model/model-source';
import { refuse, type SourceRule } from './source-rule';

const CYCLE = /^R(\d*)\/(P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?)$/;
/** A repeating timer fires at most this often per visit. */
const MOST_REPEATS = 1_000;
/** Shortest interval of a repeating timer, in seconds. */
const SHORTEST_INTERVAL_SECONDS = 60;

/** Repeating timers repeat a bounded number of times, not more often than once a minute. */
export const boundedRepeats: SourceRule = (source) =>
  source.nodes.flatMap((node) => node.events.flatMap((event) => (event.timerType === 'cycle' ? judge(node, event) : [])));

/** A timer says when it is due. */
export const timerHasTime: SourceRule = (source) =>
  source.nodes.flatMap((node) => {
    const isEmpty = node.events.some((event) => event.kind === 'timer' && !event.timerText?.trim());
    return isEmpty ? [refuse('timer-without-time', node.id, { name: node.name })] : [];
  });

function judge(node: SourceNode, event: SourceEvent): ReturnType<SourceRule> {
  const [, repeats, interval] = CYCLE.exec(event.timerText?.trim() ?? '') ?? [];
  if (repeats === undefined || interval === undefined) return [refuse('cycle-unreadable', node.id, { name: node.name })];
  if (repeats === '' || Number(repeats) > MOST_REPEATS)
    return [refuse('cycle-unbounded', node.id, { name: node.name, most: MOST_REPEATS })];
  if (secondsOf(interval) < SHORTEST_INTERVAL_SECONDS) return [refuse('cycle-too-fast', node.id, { name: node.name })];
  return [];
}

/** Rough length of an ISO 8601 duration: enough to tell a second from a minute. */
function secondsOf(duration: string): number {
  const [date = '', time = ''] = duration.slice(1).split('T');
  const sum = (text: string, sizes: Readonly<Record<string, number>>): number =>
    [...text.matchAll(/(\d+(?:\.\d+)?)([A-Z])/g)].reduce((total, [, amount, unit = '']) => total + Number(amount) * (sizes[unit] ?? 0), 0);
  return sum(date, { Y: 31_536_000, M: 2_592_000, W: 604_800, D: 86_400 }) + sum(time, { H: 3_600, M: 60, S: 1 });
}
