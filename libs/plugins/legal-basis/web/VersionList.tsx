import type { ReactNode } from 'react';
import { DataTable, dayTimeText, EmptyView, usePagedList, useText } from '@fashen/ui';
import type { LibraryVersionReply } from '../model';
import { VERSIONS } from './requests';

/** All versions of the library, newest first. */
export function VersionList(): ReactNode {
  const text = useText('legal-basis');
  const list = usePagedList<LibraryVersionReply>(VERSIONS);
  return (
    <div className="fs-paper">
      <DataTable
        list={list}
        label={text('versions')}
        rowKey={({ id }) => id}
        empty={<EmptyView>{text('versions.none')}</EmptyView>}
        columns={[
          { title: text('versions.version'), dataIndex: 'version', width: 70 },
          { title: text('versions.count'), dataIndex: 'count', width: 70, responsive: ['md'] },
          { title: text('versions.at'), render: (_value, row) => dayTimeText(row.publishedAt), width: 150 },
          { title: text('versions.by'), render: (_value, row) => row.publishedByName ?? text('system'), width: 90 },
          { title: text('sourceLabel'), dataIndex: 'source', responsive: ['md'] },
          { title: text('versions.reason'), dataIndex: 'reason' },
        ]}
      />
    </div>
  );
}
