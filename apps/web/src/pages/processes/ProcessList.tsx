import { useQuery } from '@tanstack/react-query';
import './processes.css';
import { Button, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { dayText, dayTimeText, EmptyView, HashBadge, PageHead, StateView, usePermission, useSession, useText } from '@fashen/ui';
import { NewProcessDialog } from './NewProcessDialog';
import { checkDrawing, findDraft, isDraftOpen, useProcesses, type WireProcess } from './requests';

/** Processes with their published version, open draft and what is wrong with it. */
export function ProcessList(): ReactNode {
  const text = useText('processes');
  const mayEdit = usePermission('process.edit');
  const list = useProcesses();
  const [isAdding, setIsAdding] = useState(false);
  const add = mayEdit ? (
    <Button type="primary" onClick={() => setIsAdding(true)}>
      {text('new.open')}
    </Button>
  ) : undefined;
  const rows = list.data ?? [];
  return (
    <div className="fs-page">
      <PageHead title={text('list.title')} note={text('list.note')} actions={add} />
      <div className="fs-paper">
        <StateView
          state={list}
          empty={list.data && rows.length === 0 ? <EmptyView action={add}>{text('list.none')}</EmptyView> : undefined}
        >
          {() => <ProcessTable rows={rows} />}
        </StateView>
      </div>
      <NewProcessDialog isOpen={isAdding} taken={rows.map((row) => row.key)} onClose={() => setIsAdding(false)} />
    </div>
  );
}

function ProcessTable({ rows }: { readonly rows: readonly WireProcess[] }): ReactNode {
  const text = useText('processes');
  const mayEdit = usePermission('process.edit');
  return (
    <div className="fs-table fs-process-table" role="region" aria-label={text('list.title')} tabIndex={0}>
      <Table<WireProcess>
        dataSource={[...rows]}
        rowKey={(row) => row.key}
        pagination={false}
        size="middle"
        columns={[
          { title: text('column.name'), render: (_value, row) => <Link to={row.key}>{row.name}</Link> },
          { title: text('column.version'), render: (_value, row) => <Published row={row} /> },
          {
            title: text('column.hash'),
            render: (_value, row) => (row.latest ? <HashBadge kind="SHA-256" value={row.latest.hash} /> : '—'),
          },
          { title: text('column.draft'), render: (_value, row) => <DraftState row={row} /> },
          ...(mayEdit
            ? [{ title: '', key: 'edit', render: (_value: unknown, row: WireProcess) => <EditLink processKey={row.key} /> }]
            : []),
        ]}
      />
    </div>
  );
}

function EditLink({ processKey }: { readonly processKey: string }): ReactNode {
  const text = useText('processes');
  return <Link to={`${processKey}/edit`}>{text('edit')}</Link>;
}

function Published({ row }: { readonly row: WireProcess }): ReactNode {
  const text = useText('processes');
  if (!row.latest) return <span className="fs-tag fs-tag-quiet">{text('neverPublished')}</span>;
  return (
    <span>
      {text('versionOf', { version: row.latest.version })} <span className="fs-secondary">{dayText(row.latest.publishedAt)}</span>
    </span>
  );
}

function DraftState({ row }: { readonly row: WireProcess }): ReactNode {
  const text = useText('processes');
  if (!row.draft || !isDraftOpen(row)) return <span className="fs-secondary">{text('draft.none')}</span>;
  return (
    <span className="fs-draft-state">
      {text('draft.by', { name: row.draft.updatedByName, at: dayTimeText(row.draft.updatedAt) })} <DraftFindings row={row} />
    </span>
  );
}

/** Checks the draft and says how much is wrong with it. */
function DraftFindings({ row }: { readonly row: WireProcess }): ReactNode {
  const text = useText('processes');
  const { api } = useSession();
  const found = useQuery({
    queryKey: ['process-findings', row.key, row.draft?.revision],
    queryFn: async ({ signal }) => {
      const draft = await findDraft(api, row.key, signal);
      return draft ? checkDrawing(api, draft.xml) : [];
    },
    staleTime: 60_000,
  });
  if (!found.data) return null;
  const errors = found.data.filter((finding) => finding.severity === 'error').length;
  if (errors > 0) return <span className="fs-tag fs-tag-bad">{text('findings.errors', { n: errors })}</span>;
  const warnings = found.data.length;
  if (warnings > 0) return <span className="fs-tag">{text('findings.warnings', { n: warnings })}</span>;
  return <span className="fs-tag fs-tag-good">{text('findings.clean')}</span>;
}
