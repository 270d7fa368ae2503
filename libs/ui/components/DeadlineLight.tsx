import type { ReactNode } from 'react';
import { useMinute } from '../clock';
import { type Deadline, judgeDeadline, withDays } from '../deadline.rules';
import { dayTimeText, shortDayText } from '../format';
import { type Text, useText } from '../texts';
import type { DeadlineLightProps } from '../web-plugin';
import { usePart } from '../web-registry';

const shapes = { none: '–', normal: '●', soon: '▲', today: '▲', late: '■' } as const;

function words(deadline: Deadline, dueAt: string | undefined, text: Text): string {
  const day = dueAt ? shortDayText(dueAt) : '';
  if (deadline.state === 'late' && deadline.days === 0) return text('deadline.lateToday');
  return text(`deadline.${deadline.state}`, { n: deadline.days, day });
}

/** The term of a step. Counted in working days by the plugin that knows the calendar, in plain days where there is none. */
export function DeadlineLight(props: DeadlineLightProps): ReactNode {
  const ByCalendar = usePart('deadlineLight');
  if (props.ended) return null;
  return ByCalendar ? <ByCalendar {...props} /> : <Light {...props} />;
}

/** A term by shape, color and words, so that no single one of them carries the meaning. `days` replaces the plain days. */
export function Light({ dueAt, days }: DeadlineLightProps & { readonly days?: number }): ReactNode {
  const text = useText('ui');
  const now = useMinute();
  const judged = judgeDeadline(dueAt, now);
  const deadline = days === undefined ? judged : withDays(judged, days);
  return (
    <span className={`fs-light fs-light-${deadline.state}`} title={dueAt ? text('deadline.due', { at: dayTimeText(dueAt) }) : undefined}>
      <span className="fs-light-shape" aria-hidden="true">
        {shapes[deadline.state]}
      </span>
      {words(deadline, dueAt, text)}
    </span>
  );
}
