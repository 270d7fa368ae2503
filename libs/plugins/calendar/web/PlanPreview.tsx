import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import { type CalendarDay, type DayChanges, type PlanProblem, type PreviewReply, YEARS } from '../model';
import { type DayRun, dayRuns, lostHolidays } from './month.rules';
import { useYear } from './requests';

const CHANGES = ['addedOff', 'addedWorked', 'removed', 'renamed'] as const;

/** What was read from a notice: problems by line, or what publishing it would change. */
export function PlanPreview({ preview, today }: { readonly preview: PreviewReply; readonly today: string }): ReactNode {
  const text = useText('calendar');
  const { year = '', days, problems, basedOn, changes } = preview;
  const off = days.filter(({ kind }) => kind === 'OFF').length;
  return (
    <>
      <h3>{text('import.preview')}</h3>
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      {days.length > 0 ? <p>{text('import.summary', { year, off, worked: days.length - off })}</p> : null}
      {problems.length > 0 ? null : (
        <>
          <p>{basedOn === 0 ? text('import.first') : text('import.against', { version: basedOn })}</p>
          <Changes changes={changes} days={days} today={today} />
          {preview.year === undefined || preview.year <= YEARS.first ? null : <LostHolidays year={preview.year} days={days} />}
        </>
      )}
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly PlanProblem[] }): ReactNode {
  const text = useText('calendar');
  return (
    <div role="alert" className="fs-plan-problems">
      <p>
        <span aria-hidden="true">✕ </span>
        {text('problems', { count: problems.length })}
      </p>
      <ul>
        {problems.map(({ line, code, text: quoted }, index) => (
          <li key={index}>
            {line === 0 ? text('problem.whole') : text('problem.line', { line })}
            {text('colon')}
            {text(`problem.${code}`)}
            {quoted === '' ? null : <q>{quoted}</q>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A notice of which only a part was pasted would pass as a whole one: what last year had and this one lacks is told. */
function LostHolidays({ year, days }: { readonly year: number; readonly days: readonly CalendarDay[] }): ReactNode {
  const text = useText('calendar');
  const before = useYear(year - 1).data?.state?.days ?? [];
  const lost = lostHolidays(before, days);
  if (lost.length === 0) return null;
  return (
    <p role="alert" className="fs-calendar-missing">
      <span aria-hidden="true">▲ </span>
      {text('import.lost', { names: lost.join(text('listMark')), year: year - 1 })}
    </p>
  );
}

function Changes(props: { readonly changes: DayChanges; readonly days: readonly CalendarDay[]; readonly today: string }): ReactNode {
  const { changes, days, today } = props;
  const text = useText('calendar');
  const words = ({ from, to, name }: DayRun): string =>
    text(from === to ? 'run.day' : 'run.days', { from: from.slice(5), to: to.slice(5), name }).trim();
  const all = CHANGES.flatMap((kind) => changes[kind]);
  if (all.length === 0) return <p>{text('import.same')}</p>;
  return (
    <>
      <dl className="fs-plan-changes">
        {CHANGES.filter((kind) => changes[kind].length > 0).map((kind) => (
          <div key={kind}>
            <dt>
              {text(`change.${kind}`)} ({changes[kind].length})
            </dt>
            <dd>{dayRuns(changes[kind], days).map(words).join(text('listMark'))}</dd>
          </div>
        ))}
      </dl>
      {all.some((day) => day < today) ? (
        <p className="fs-calendar-missing">
          <span aria-hidden="true">▲ </span>
          {text('import.past')}
        </p>
      ) : null}
    </>
  );
}
