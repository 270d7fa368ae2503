import type { ReactNode } from 'react';
import { useMinute } from '../clock';
import { type Deadline, judgeDeadline } from '../deadline.rules';
import { dayTimeText, shortDayText } from '../format';
import { type Text, useText } from '../texts';

const shapes = { none: '–', normal: '●', soon: '▲', today: '▲', late: '■' } as const;

function words(deadline: Deadline, dueAt: string | undefined, text: Text): string {
  const day = dueAt ? shortDayText(dueAt) : '';
  if (deadline.state === 'late' && deadline.days === 0) return text('deadline.lateToday');
  return text(`deadline.${deadline.state}`, { n: deadline.days, day });
}

/** The term of a step: shape, color and words, so that no single one of them carries the meaning. */
export function DeadlineLight({ dueAt, ended = false }: { readonly dueAt?: string; readonly ended?: boolean }): ReactNode {
  const text = useText('ui');
  const now = useMinute();
  if (ended) return null;
  const deadline = judgeDeadline(dueAt, now);
  return (
    <span className={`fs-light fs-light-${deadline.state}`} title={dueAt ? text('deadline.due', { at: dayTimeText(dueAt) }) : undefined}>
      <span className="fs-light-shape" aria-hidden="true">
        {shapes[deadline.state]}
      </span>
      {words(deadline, dueAt, text)}
    </span>
  );
}
