import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { DataTable, dayTimeText, EmptyView, PageHead, PersonName, usePagedList, useText } from '@fashen/ui';
import { useProcessNames, type WireMigration } from './migration-requests';
import { CountWords } from './CountWords';

/** All migrations, newest first. */
export function MigrationsPage(): ReactNode {
  const text = useText('case-control');
  const navigate = useNavigate();
  const list = usePagedList<WireMigration>('/migrations', { limit: 30 });
  const processes = useProcessNames();
  const nameOf = (key: string): string => processes.data?.find((one) => one.key === key)?.name ?? key;
  const begin = (
    <Button type="primary" onClick={() => void navigate('/migrations/new')}>
      {text('migration.plan')}
    </Button>
  );
  return (
    <div className="fs-page">
      <PageHead title={text('migration.list')} actions={begin} />
      <div className="fs-paper">
        <DataTable<WireMigration>
          list={list}
          label={text('migration.list')}
          rowKey={({ id }) => id}
          empty={<EmptyView action={begin}>{text('migration.none')}</EmptyView>}
          columns={[
            {
              title: text('migration.process'),
              render: (_value, one) => (
                <Link to={`/migrations/${one.id}`}>
                  {text('migration.title', { process: nameOf(one.processKey), from: one.fromVersion, to: one.toVersion })}
                </Link>
              ),
            },
            { title: text('migration.state'), width: 120, render: (_value, one) => text(`migration.state.${one.state}`) },
            { title: text('migration.cases'), width: 240, responsive: ['sm'], render: (_value, one) => <CountWords counts={one.counts} /> },
            {
              title: text('migration.plannedAt'),
              width: 170,
              responsive: ['md'],
              render: (_value, one) => dayTimeText(new Date(one.plannedAt).toISOString()),
            },
            {
              title: text('migration.plannedBy'),
              width: 110,
              responsive: ['md'],
              render: (_value, one) => <PersonName id={one.plannedBy} name={one.plannedByName} />,
            },
          ]}
        />
      </div>
    </div>
  );
}
