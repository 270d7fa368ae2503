import './deadline.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { dayTimeText, PageHead, StateView, useIsNarrow, usePermission, useSession, useText } from '@fashen/ui';
import type { Period, PeriodVersion } from '../model';
import { EditPeriodDialog } from './EditPeriodDialog';
import { Fact } from './Fact';
import { type PeriodFact, usePeriodFacts } from './period-facts';
import { PeriodVersions } from './PeriodVersions';

/** Path of the table in force; also the key under which it is kept. */
export const PERIODS = '/clocks/periods';

/** Under this width the table becomes a list. */
const NARROW_PX = 900;

/** Which terms there are: how many of what, from which article of which source, and who may extend them. */
export function PeriodsPage(): ReactNode {
  const text = useText('deadline');
  const { api } = useSession();
  const mayPublish = usePermission('calendar.publish');
  const found = useQuery({ queryKey: [PERIODS], queryFn: ({ signal }) => api.get<PeriodVersion>(PERIODS, signal) });
  const table = found.data;
  const note = table && text('periods.note', { version: table.version, at: dayTimeText(table.publishedAt) });
  return (
    <div className="fs-page">
      <PageHead
        title={text('periods.title')}
        note={note}
        actions={mayPublish ? <Link to="/clock-moves">{text('moved.title')}</Link> : undefined}
      />
      <StateView state={found} rows={8}>
        {() => (table ? <PeriodTable table={table} mayPublish={mayPublish} /> : null)}
      </StateView>
      <PeriodVersions />
    </div>
  );
}

function PeriodTable({ table, mayPublish }: { readonly table: PeriodVersion; readonly mayPublish: boolean }): ReactNode {
  const text = useText('deadline');
  const isNarrow = useIsNarrow(NARROW_PX);
  const [edited, setEdited] = useState<Period>();
  const facts = usePeriodFacts();
  const edit: PeriodFact = {
    title: text('periods.acts'),
    width: 90,
    show: (one) => (
      <Button size="small" onClick={() => setEdited(one)} aria-label={text('periods.editOf', { name: one.name })}>
        {text('periods.edit')}
      </Button>
    ),
  };
  const shown = mayPublish ? [...facts, edit] : facts;
  return (
    <div className="fs-paper">
      {isNarrow ? <PeriodCards facts={shown} periods={table.periods} /> : <WideTable facts={shown} periods={table.periods} />}
      {edited ? <EditPeriodDialog table={table} period={edited} onClose={() => setEdited(undefined)} /> : null}
    </div>
  );
}

interface Shown {
  readonly facts: readonly PeriodFact[];
  readonly periods: readonly Period[];
}

function WideTable({ facts, periods }: Shown): ReactNode {
  const text = useText('deadline');
  const columns: TableColumnsType<Period> = facts.map(({ title, width, show }) => ({
    ...{ title, ...(width !== undefined && { width }), onCell: () => ({ className: 'fs-period-cell' }) },
    render: (_value, one) => show(one),
  }));
  return (
    <div className="fs-table" role="region" aria-label={text('periods.title')} tabIndex={0}>
      <Table<Period> columns={columns} dataSource={[...periods]} rowKey={({ key }) => key} pagination={false} size="middle" />
    </div>
  );
}

/** The same on a narrow screen, one period under the other. */
function PeriodCards({ facts, periods }: Shown): ReactNode {
  const text = useText('deadline');
  return (
    <ul className="fs-period-cards" aria-label={text('periods.title')}>
      {periods.map((one) => (
        <li key={one.key}>
          <dl className="fs-clock-facts">
            {facts.map(({ title, show }) => (
              <Fact key={title} name={title}>
                {show(one)}
              </Fact>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
