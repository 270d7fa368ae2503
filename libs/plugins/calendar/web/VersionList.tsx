import type { ReactNode } from 'react';
import { DataTable, dayTimeText, EmptyView, usePagedList, useText } from '@fashen/ui';
import type { CalendarVersionReply } from '../model';
import { VERSIONS } from './requests';

/** All versions of the plan of a year, newest first. */
export function VersionList({ year }: { readonly year: number }): ReactNode {
  const text = useText('calendar');
  const list = usePagedList<CalendarVersionReply>(VERSIONS, { scope: 'STATE', year });
  return (
    <section className="fs-calendar-versions">
      <h2>{text('versions')}</h2>
      <div className="fs-paper">
        <DataTable
          list={list}
          label={text('versions')}
          rowKey={({ id }) => id}
          empty={<EmptyView>{text('versions.none')}</EmptyView>}
          columns={[
            { title: text('versions.version'), dataIndex: 'version', width: 70 },
            { title: text('versions.at'), render: (_value, row) => dayTimeText(row.publishedAt), width: 150 },
            { title: text('versions.by'), render: (_value, row) => row.publishedByName ?? text('system'), width: 90 },
            { title: text('versions.source'), dataIndex: 'source', responsive: ['md'] },
            { title: text('versions.reason'), dataIndex: 'reason' },
          ]}
        />
      </div>
    </section>
  );
}
