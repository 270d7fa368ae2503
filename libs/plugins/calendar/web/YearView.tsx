import { type ReactNode, useMemo } from 'react';
import { useText } from '@fashen/ui';
import { type DayNature, natureOf, officeDays, type OfficeDays, type YearReply } from '../model';
import { notesOf, weeksOf } from './month.rules';

const MONTHS = Array.from({ length: 12 }, (_none, index) => index + 1);
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const MARKED = ['holiday', 'worked', 'local-off', 'local-worked'] as const;

/** Twelve months. What a day is shows by color, by a mark in its cell and in words under its month. */
export function YearView({ reply, today }: { readonly reply: YearReply; readonly today: string }): ReactNode {
  const calendar = useMemo(() => {
    const { year, versionId, state, own } = reply;
    return officeDays(versionId, { years: state ? [{ year, days: state.days }] : [], local: own?.days ?? [] });
  }, [reply]);
  return (
    <div className="fs-months">
      {MONTHS.map((month) => (
        <Month key={month} reply={reply} month={month} calendar={calendar} today={today} />
      ))}
    </div>
  );
}

interface MonthProps {
  readonly reply: YearReply;
  readonly month: number;
  readonly calendar: OfficeDays;
  readonly today: string;
}

function Month({ reply, month, calendar, today }: MonthProps): ReactNode {
  const text = useText('calendar');
  return (
    <section className="fs-paper fs-month">
      <table>
        <caption>{text(`monthName.${month}`)}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={text(`weekdayName.${weekday}`)}>
                {text(`weekday.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(reply.year, month).map((week, row) => (
            <tr key={row}>
              {week.map((day, place) =>
                day === undefined ? (
                  <td key={place} />
                ) : (
                  <DayCell key={place} day={day} nature={natureOf(day, calendar)} isToday={day === today} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Notes reply={reply} month={month} />
    </section>
  );
}

function DayCell({ day, nature, isToday }: { readonly day: string; readonly nature: DayNature; readonly isToday: boolean }): ReactNode {
  const text = useText('calendar');
  const isMarked = 'name' in nature;
  return (
    <td
      className={`fs-day fs-day-${nature.kind}${isToday ? ' fs-day-today' : ''}`}
      title={isMarked ? nature.name : undefined}
      aria-current={isToday ? 'date' : undefined}
    >
      <span>{Number(day.slice(8))}</span>
      {isMarked ? <span className="fs-day-mark">{text(`mark.${nature.kind}`)}</span> : null}
    </td>
  );
}

function Notes({ reply, month }: { readonly reply: YearReply; readonly month: number }): ReactNode {
  const text = useText('calendar');
  const marks = { state: { OFF: 'holiday', WORKED: 'worked' }, own: { OFF: 'local-off', WORKED: 'local-worked' } } as const;
  const lines = (['state', 'own'] as const).flatMap((owner) =>
    notesOf(reply[owner]?.days ?? [], month).map((note) => ({ ...note, mark: marks[owner][note.kind] })),
  );
  if (lines.length === 0) return null;
  return (
    <ul className="fs-month-notes">
      {lines.map(({ name, mark, runs }) => (
        <li key={`${mark} ${name}`}>
          <span className={`fs-mark fs-day-${mark}`}>{text(`mark.${mark}`)}</span> {runs.join(text('listMark'))} {name}
        </li>
      ))}
    </ul>
  );
}

/** What the marks mean. */
export function Legend(): ReactNode {
  const text = useText('calendar');
  return (
    <ul className="fs-calendar-legend" aria-label={text('legend')}>
      {MARKED.map((kind) => (
        <li key={kind}>
          <span className={`fs-mark fs-day-${kind}`}>{text(`mark.${kind}`)}</span> {text(`legend.${kind}`)}
        </li>
      ))}
      <li>
        <span className="fs-mark fs-day-weekend">6</span> {text('legend.weekend')}
      </li>
      <li>
        <span className="fs-mark fs-day-working">8</span> {text('legend.working')}
      </li>
      <li>
        <span className="fs-mark fs-day-today">9</span> {text('legend.today')}
      </li>
    </ul>
  );
}
