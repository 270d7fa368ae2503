import type { ReactNode } from 'react';
import { useMinute } from '../clock';
import { type Deadline, judgeDeadline, withDays } from '../deadline.rules';
import { dayTimeText, shortDayText } from '../format';
import { type Text, useText } from '../texts';
import type { DeadlineLightProps } from '../web-plugin';
import { usePart } from '../web-registry';

const shapes = { none: '–', normal: '●', soon: '▲', today: '▲', late: '■' } as const;

const COUNTED: readonly Deadline['state'][] = ['normal', 'soon', 'late'];

function words(deadline: Deadline, { dueAt, isWorking }: { dueAt?: string; isWorking: boolean }, text: Text): string {
  const day = dueAt ? shortDayText(dueAt) : '';
  if (deadline.state === 'late' && deadline.days === 0) return text('deadline.lateToday');
  const unit = isWorking && COUNTED.includes(deadline.state) ? 'Working' : '';
  return text(`deadline.${deadline.state}${unit}`, { n: deadline.days, day });
}

/** The term of a step. Counted in working days by the plugin that knows the calendar, in plain days where there is none. */
export function DeadlineLight(props: DeadlineLightProps): ReactNode {
  const ByCalendar = usePart('deadlineLight');
  if (props.ended) return null;
  if (ByCalendar) return <ByCalendar {...props} />;
  return props.isQuiet && !props.dueAt ? null : <Light {...props} />;
}

/** A term by shape, color and words, so that no single one of them carries the meaning. `days` replaces the plain days, `isWorking` says that they are working days. */
export function Light(props: Pick<DeadlineLightProps, 'dueAt'> & { readonly days?: number; readonly isWorking?: boolean }): ReactNode {
  const { dueAt, days, isWorking = false } = props;
  const text = useText('ui');
  const now = useMinute();
  const judged = judgeDeadline(dueAt, now);
  const deadline = days === undefined ? judged : withDays(judged, days);
  return (
    <span className={`fs-light fs-light-${deadline.state}`} title={dueAt ? text('deadline.due', { at: dayTimeText(dueAt) }) : undefined}>
      <span className="fs-light-shape" aria-hidden="true">
        {shapes[deadline.state]}
      </span>
      {words(deadline, { isWorking, ...(dueAt && { dueAt }) }, text)}
    </span>
  );
}
