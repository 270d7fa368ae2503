import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import { type ClearDayReply, type CountingRule, type CountReply, type PassedDay, weekdayOf } from '../model';

/** The end of a period and how it was found, day by day and rule by rule. */
export function CountAnswer({ counted }: { readonly counted: CountReply }): ReactNode {
  const text = useText('calendar');
  const { kind, due, outer, raw, start, rolled, excluded, worked, calendarMissing } = counted;
  const isTerm = kind === 'term';
  return (
    <div className="fs-answer">
      {due === undefined ? null : <DueLine textKey={isTerm ? 'count.safe' : 'count.due'} day={due} />}
      {outer === undefined ? null : <DueLine textKey="count.outer" day={outer} />}
      {calendarMissing ? <Missing /> : null}
      <ul>
        <li>{text('count.startLine', { day: start })}</li>
        {due === undefined ? <li>{text(counted.unit === 'workingDays' ? 'count.earliestRaw' : 'count.raw', { day: raw })}</li> : null}
        {rolled ? <li>{text('count.rolled', rolled)}</li> : null}
      </ul>
      <Days title={text('count.excluded')} days={excluded} />
      <Days title={text('count.passed')} days={rolled?.passed ?? []} />
      <WorkedDays worked={worked} />
      <Law rules={counted.law} />
    </div>
  );
}

/** The day found by full working days, and how. */
export function ClearDayAnswer(props: { readonly clear: ClearDayReply; readonly direction: 'after' | 'before' }): ReactNode {
  const text = useText('calendar');
  const { due, excluded, calendarMissing, law, from } = props.clear;
  return (
    <div className="fs-answer">
      {due === undefined ? null : <DueLine textKey={props.direction === 'after' ? 'count.earliest' : 'count.latest'} day={due} />}
      {calendarMissing ? <Missing /> : null}
      <ul>
        <li>{text('count.startLine', { day: from })}</li>
      </ul>
      <Days title={text('count.excluded')} days={excluded} />
      <Law rules={law} />
    </div>
  );
}

function DueLine({ textKey, day }: { readonly textKey: string; readonly day: string }): ReactNode {
  const text = useText('calendar');
  return <p className="fs-answer-due">{text(textKey, { day, weekday: text(`weekdayName.${weekdayOf(day)}`) })}</p>;
}

function Missing(): ReactNode {
  const text = useText('calendar');
  return (
    <p className="fs-calendar-missing">
      <span aria-hidden="true">▲ </span>
      {text('count.missing')}
    </p>
  );
}

function Days({ title, days }: { readonly title: string; readonly days: readonly PassedDay[] }): ReactNode {
  const text = useText('calendar');
  if (days.length === 0) return null;
  return (
    <details open={days.length <= 12}>
      <summary>
        {title} ({days.length})
      </summary>
      <ul className="fs-answer-days">
        {days.map(({ day, reason, name = '' }) => (
          <li key={day}>
            {day} {text(`reason.${reason}`, { name })}
          </li>
        ))}
      </ul>
    </details>
  );
}

function WorkedDays({ worked }: { readonly worked: CountReply['worked'] }): ReactNode {
  const text = useText('calendar');
  if (worked.length === 0) return null;
  return (
    <p>
      {text('count.worked')}
      {text('colon')}
      {worked.map(({ day, name }) => `${day} ${name}`).join(text('listMark'))}
    </p>
  );
}

function Law({ rules }: { readonly rules: readonly CountingRule[] }): ReactNode {
  const text = useText('calendar');
  return (
    <details open>
      <summary>{text('count.law')}</summary>
      <ul className="fs-answer-law">
        {rules.map((rule) => (
          <li key={rule.id}>
            <strong>
              {rule.source}
              {rule.article}
            </strong>
            <span className="fs-secondary"> {rule.text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
