import { Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { dayTimeText, HashBadge, StateView, useText } from '@fashen/ui';
import { PersonById } from './PersonById';
import { type DecisionSummary, type DecisionView, useDecisionVersions } from './requests';

/** Every published version of a decision: who, when, why. */
export function DecisionVersions(props: { readonly decision: DecisionView; readonly onShow: (versionId: string) => void }): ReactNode {
  const text = useText('catalog');
  const versions = useDecisionVersions(props.decision.key);
  return (
    <div className="fs-paper">
      <StateView state={versions}>
        {() => (
          <div className="fs-table fs-catalog-table" role="region" aria-label={text('tab.versions')} tabIndex={0}>
            <Table<DecisionSummary>
              dataSource={[...(versions.data ?? [])]}
              rowKey={(row) => row.id}
              pagination={false}
              size="middle"
              columns={[
                { title: text('column.version'), width: 100, render: (_value, row) => text('versionOf', { version: row.version }) },
                { title: text('column.publishedAt'), width: 150, render: (_value, row) => dayTimeText(row.publishedAt) },
                { title: text('column.publishedBy'), width: 110, render: (_value, row) => <PersonById id={row.publishedBy} /> },
                { title: text('column.reason'), className: 'fs-reason', dataIndex: 'reason' },
                { title: text('column.hash'), width: 210, render: (_value, row) => <HashBadge kind="SHA-256" value={row.hash} /> },
                { title: '', width: 100, render: (_value, row) => <ShowButton row={row} {...props} /> },
              ]}
            />
          </div>
        )}
      </StateView>
    </div>
  );
}

function ShowButton(props: {
  readonly row: DecisionSummary;
  readonly decision: DecisionView;
  readonly onShow: (versionId: string) => void;
}): ReactNode {
  const text = useText('catalog');
  if (props.row.id === props.decision.id) return <span className="fs-secondary">{text('shown')}</span>;
  return (
    <Button size="small" onClick={() => props.onShow(props.row.id)}>
      {text('show')}
    </Button>
  );
}
