import type { Json } from '@fashen/plugin-api';
import { addDuration, parseDuration, parseInstant } from './iso-duration';
import { kernelErrors } from './kernel.errors';
import type { CompiledTimer, ExecutionState } from './types';

/** Shortest interval of a repeating timer. Below it, a drawing could keep the machine busy by itself. */
const MIN_INTERVAL_MS = 60_000;
const MAX_REPETITIONS = 1_000;
const ENDLESS = -1;

/** When a timer is due, and how it goes on if it repeats. */
export type TimerPlan = Required<Pick<ExecutionState, 'd'>> & Pick<ExecutionState, 'r'>;

interface TimerAt {
  readonly nodeId: string;
  readonly now: Date;
}

/** Plans a timer from its literal or the result of its expression. Whatever is no date, duration or cycle is `TIMER_INVALID`. */
export function planTimer(type: CompiledTimer['type'], value: Json, at: TimerAt): TimerPlan {
  const text = typeof value === 'string' ? value.trim() : '';
  if (type === 'cycle') return planCycle(text, at);
  const duration = type === 'duration' ? parseDuration(text) : undefined;
  const due = duration ? addDuration(at.now, duration) : type === 'date' ? parseInstant(text) : undefined;
  return { d: checked(due, at.nodeId) };
}

function planCycle(text: string, { nodeId, now }: TimerAt): TimerPlan {
  const [, count, interval = ''] = /^R(\d{1,4})?\/(.+)$/.exec(text) ?? [];
  const duration = parseDuration(interval);
  const times = count === undefined ? ENDLESS : Number(count);
  const due = duration && addDuration(now, duration);
  const isUsable = times !== 0 && times <= MAX_REPETITIONS && due !== undefined && due.getTime() - now.getTime() >= MIN_INTERVAL_MS;
  if (!isUsable) throw kernelErrors.TIMER_INVALID({ nodeId });
  return { d: checked(due, nodeId), r: [oneLess(times), interval] };
}

const oneLess = (times: number): number => (times === ENDLESS ? ENDLESS : times - 1);

/** The next turn of a repeating timer; `undefined` after the last one. Counts from the last due time, unless that is long past. */
export function nextTurn({ d, r, n }: ExecutionState, now: Date): TimerPlan | undefined {
  const duration = r && r[0] !== 0 ? parseDuration(r[1]) : undefined;
  if (!r || !duration || d === undefined) return undefined;
  const planned = addDuration(new Date(d), duration);
  const due = planned > now ? planned : addDuration(now, duration);
  return { d: checked(due, n), r: [oneLess(r[0]), r[1]] };
}

function checked(due: Date | undefined, nodeId: string): number {
  const ms = due?.getTime();
  if (ms === undefined || !Number.isFinite(ms)) throw kernelErrors.TIMER_INVALID({ nodeId });
  return ms;
}
