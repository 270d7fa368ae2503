import type { ReactNode } from 'react';
import { DataTable, dayText, EmptyView, HashBadge, PageHead, usePagedList, useText } from '@fashen/ui';

interface ProcessRow {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: string;
}

/** Published processes with their versions. */
export function ProcessesPage(): ReactNode {
  const text = useText('web');
  const list = usePagedList<ProcessRow>('/processes');
  return (
    <div className="fs-page">
      <PageHead title={text('page.processes')} />
      <DataTable
        list={list}
        label={text('page.processes')}
        rowKey={(row) => row.key}
        empty={<EmptyView>{text('processes.none')}</EmptyView>}
        columns={[
          { title: text('column.name'), dataIndex: 'name' },
          { title: text('column.version'), dataIndex: 'version' },
          { title: text('column.publishedAt'), render: (_value, row) => dayText(row.publishedAt) },
          { title: text('column.hash'), render: (_value, row) => <HashBadge kind="SHA-256" value={row.hash} /> },
        ]}
      />
    </div>
  );
}
