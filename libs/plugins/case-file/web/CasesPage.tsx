import './cases.css';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { DataTable, dayText, EmptyView, PageHead, usePagedList, usePermission, useText, type WireInstanceSummary } from '@fashen/ui';
import { CaseStatus, statuses } from './CaseStatus';

/** Cases the person may see, newest first. */
export function CasesPage(): ReactNode {
  const text = useText('case-file');
  const navigate = useNavigate();
  const mayStart = usePermission('case.start');
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('text') ?? '';
  const status = search.get('status') ?? undefined;
  const list = usePagedList<WireInstanceSummary>('/cases', { text: wanted, status, limit: 30 });
  const change = (entries: Readonly<Record<string, string | undefined>>): void => {
    const next = Object.entries({ text: wanted, status, ...entries }).flatMap(([name, value]) => (value ? [[name, value]] : []));
    setSearch(next as [string, string][], { replace: true });
  };
  const start = (
    <Button type="primary" onClick={() => void navigate('/cases/new')}>
      {text('cases.start')}
    </Button>
  );
  return (
    <div className="fs-page">
      <PageHead title={text('cases.title')} actions={mayStart ? start : undefined} />
      <div className="fs-paper">
        <div className="fs-cases-tools">
          <Input.Search
            type="search"
            defaultValue={wanted}
            onSearch={(typed) => change({ text: typed })}
            placeholder={text('cases.search')}
            aria-label={text('cases.search')}
          />
          <Select
            allowClear
            value={status}
            placeholder={text('cases.anyStatus')}
            aria-label={text('cases.anyStatus')}
            onChange={(value?: string) => change({ status: value })}
            options={statuses.map((value) => ({ value, label: text(`status.${value}`) }))}
          />
        </div>
        <DataTable
          list={list}
          label={text('cases.title')}
          rowKey={(row) => row.id}
          empty={<NoCases isFiltered={Boolean(wanted || status)} onClear={() => setSearch({}, { replace: true })} />}
          columns={[
            {
              title: text('cases.case'),
              render: (_value, row) => (
                <Link to={`/cases/${row.id}`} className="fs-two-lines" title={row.title}>
                  {row.title}
                </Link>
              ),
            },
            { title: text('cases.number'), dataIndex: 'businessKey', responsive: ['sm'] },
            { title: text('cases.status'), render: (_value, row) => <CaseStatus status={row.status} /> },
            { title: text('cases.startedAt'), render: (_value, row) => dayText(row.startedAt), responsive: ['md'] },
          ]}
        />
      </div>
    </div>
  );
}

function NoCases({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }): ReactNode {
  const text = useText('case-file');
  if (!isFiltered) return <EmptyView>{text('cases.none')}</EmptyView>;
  return <EmptyView action={<Button onClick={onClear}>{text('cases.clear')}</Button>}>{text('cases.noneFound')}</EmptyView>;
}
