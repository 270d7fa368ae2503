import type { ReactNode } from 'react';
import { DataTable, dayTimeText, EmptyView, PersonName, usePagedList, useText } from '@fashen/ui';
import type { PeriodVersionReply } from '../model';

/** Path of the versions; also the key under which they are kept. */
export const VERSIONS = '/clocks/periods/versions';

/** All versions of the table of periods, newest first. */
export function PeriodVersions(): ReactNode {
  const text = useText('deadline');
  const list = usePagedList<PeriodVersionReply>(VERSIONS);
  return (
    <section className="fs-clock-section">
      <h2>{text('versions.title')}</h2>
      <div className="fs-paper">
        <DataTable
          list={list}
          label={text('versions.title')}
          rowKey={({ id }) => id}
          empty={<EmptyView>{text('versions.none')}</EmptyView>}
          columns={[
            { title: text('versions.version'), dataIndex: 'version', width: 80 },
            { title: text('versions.at'), render: (_value, row) => dayTimeText(row.publishedAt), width: 160, responsive: ['md'] },
            {
              title: text('versions.by'),
              width: 110,
              render: (_value, { publishedBy, publishedByName }) => (
                <PersonName id={publishedBy} {...(publishedByName !== undefined && { name: publishedByName })} />
              ),
            },
            { title: text('versions.reason'), dataIndex: 'reason' },
          ]}
        />
      </div>
    </section>
  );
}
