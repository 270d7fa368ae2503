import { addDays, type PassedDay } from '@fashen/plugins/calendar/model';
import type { ClockReply, HoldNote } from '../model';
import type { LitTask } from './requests';

/** Days in a row that were passed over for the same reason. */
export interface PassedDays extends Omit<PassedDay, 'day'> {
  readonly from: string;
  readonly to: string;
}

/** Days that follow each other for the same reason, as one line. */
export function rangesOf(days: readonly PassedDay[]): readonly PassedDays[] {
  const found: PassedDays[] = [];
  for (const { day, ...why } of days) {
    const last = found.at(-1);
    const goesOn = last?.reason === why.reason && last.name === why.name && addDays(last.to, 1) === day;
    if (last && goesOn) found[found.length - 1] = { ...last, to: day };
    else found.push({ ...why, from: day, to: day });
  }
  return found;
}

/** A hold with its end, as far as it has one. */
export interface HoldSpan {
  readonly hold: HoldNote;
  readonly to?: HoldNote;
}

/** Holds with their ends, in order. */
export function holdSpans(notes: readonly HoldNote[]): readonly HoldSpan[] {
  return notes
    .map((hold, index) => ({ hold, to: notes.slice(index + 1).find(({ kind }) => kind === 'RESUME') }))
    .filter(({ hold }) => hold.kind === 'HOLD')
    .map(({ hold, to }) => ({ hold, ...(to && { to }) }));
}

/** The clock a task is due by: the signer's own, else that of the step. */
export function clockOfTask(clocks: readonly ClockReply[], task: LitTask): ClockReply | undefined {
  const here = clocks.filter(({ executionId }) => executionId === task.executionId);
  return here.find(({ taskId }) => taskId === task.id) ?? here.find(({ settings }) => !settings.isSeat);
}

/** Clocks of the case as a whole that still run or stand still. */
export const clocksOfWhole = (clocks: readonly ClockReply[]): readonly ClockReply[] =>
  clocks.filter(({ kind, state, taskId }) => kind !== 'task' && taskId === undefined && (state === 'RUNNING' || state === 'HELD'));
