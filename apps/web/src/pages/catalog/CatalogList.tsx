import { Table, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { dayText, EmptyView, HashBadge, PageHead, StateView, useText } from '@fashen/ui';
import { ParameterSets } from './ParameterSets';
import { type DecisionSummary, useDecisions } from './requests';

/** Decision tables and parameter sets, one tab each. */
export function CatalogList(): ReactNode {
  const text = useText('catalog');
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'parameters' ? 'parameters' : 'decisions';
  return (
    <div className="fs-page">
      <PageHead title={text('list.title')} note={text('list.note')} />
      <Tabs
        activeKey={tab}
        onChange={(key) => setSearch(key === 'parameters' ? { tab: key } : {}, { replace: true })}
        items={[
          { key: 'decisions', label: text('list.decisions'), children: <Decisions /> },
          { key: 'parameters', label: text('list.parameters'), children: <ParameterSets /> },
        ]}
      />
    </div>
  );
}

function Decisions(): ReactNode {
  const text = useText('catalog');
  const list = useDecisions();
  const rows = list.data ?? [];
  return (
    <div className="fs-paper">
      <StateView state={list} empty={list.data && rows.length === 0 ? <EmptyView>{text('list.none')}</EmptyView> : undefined}>
        {() => (
          <div className="fs-table fs-catalog-table" role="region" aria-label={text('list.decisions')} tabIndex={0}>
            <Table<DecisionSummary>
              dataSource={[...rows]}
              rowKey={(row) => row.key}
              pagination={false}
              size="middle"
              columns={[
                { title: text('column.name'), render: (_value, row) => <Link to={row.key}>{row.name}</Link> },
                { title: text('column.version'), width: 100, render: (_value, row) => text('versionOf', { version: row.version }) },
                { title: text('column.publishedAt'), width: 120, render: (_value, row) => dayText(row.publishedAt) },
                { title: text('column.reason'), className: 'fs-reason', dataIndex: 'reason' },
                { title: text('column.hash'), width: 210, render: (_value, row) => <HashBadge kind="SHA-256" value={row.hash} /> },
              ]}
            />
          </div>
        )}
      </StateView>
    </div>
  );
}
