import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { dayText, PageHead, readClock, StateView, usePermission, useText } from '@fashen/ui';
import { YEARS, type YearReply } from '../model';
import { Calculator } from './Calculator';
import { ImportDialog } from './ImportDialog';
import { OwnDaysDialog } from './OwnDaysDialog';
import { useYear } from './requests';
import { VersionList } from './VersionList';
import { YearFacts } from './YearFacts';
import { Legend, YearView } from './YearView';
import './calendar.css';

/** The year in twelve months, where it comes from, and a place to count periods. */
export function CalendarPage(): ReactNode {
  const text = useText('calendar');
  const [search, setSearch] = useSearchParams();
  const today = dayText(readClock());
  const asked = Number(search.get('year') ?? today.slice(0, 4));
  const year = Number.isInteger(asked) && asked >= YEARS.first && asked <= YEARS.last ? asked : Number(today.slice(0, 4));
  const state = useYear(year);
  const show = (next: number): void => setSearch({ year: String(next) }, { replace: true });
  return (
    <div className="fs-page fs-calendar">
      <PageHead title={text('title')} actions={<Acts year={state.data} />} />
      <div className="fs-calendar-year">
        <Button icon={<LeftOutlined />} aria-label={text('previousYear')} disabled={year <= YEARS.first} onClick={() => show(year - 1)} />
        <h2 aria-live="polite">{text('yearOf', { year })}</h2>
        <Button icon={<RightOutlined />} aria-label={text('nextYear')} disabled={year >= YEARS.last} onClick={() => show(year + 1)} />
      </div>
      <StateView state={state} rows={10}>
        {() => (state.data ? <YearParts reply={state.data} today={today} /> : null)}
      </StateView>
    </div>
  );
}

function YearParts({ reply, today }: { readonly reply: YearReply; readonly today: string }): ReactNode {
  return (
    <>
      <YearFacts reply={reply} />
      <div className="fs-calendar-columns">
        <div>
          <Legend />
          <YearView reply={reply} today={today} />
          <VersionList key={reply.year} year={reply.year} />
        </div>
        <Calculator today={today} />
      </div>
    </>
  );
}

function Acts({ year }: { readonly year?: YearReply }): ReactNode {
  const text = useText('calendar');
  const mayPublish = usePermission('calendar.publish');
  const [open, setOpen] = useState<'import' | 'own'>();
  const close = (): void => setOpen(undefined);
  if (!mayPublish || !year) return null;
  return (
    <>
      {year.bureau ? <Button onClick={() => setOpen('own')}>{text('own.edit')}</Button> : null}
      <Button type="primary" onClick={() => setOpen('import')}>
        {text('import')}
      </Button>
      {open === 'import' ? <ImportDialog onClose={close} /> : null}
      {open === 'own' ? <OwnDaysDialog reply={year} onClose={close} /> : null}
    </>
  );
}
