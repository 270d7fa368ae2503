import './cases.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { asApiError, ErrorView, LoadingView, useIsNarrow, useSession, useText, useWholePrint, type WireCase } from '@fashen/ui';
import { ActColumn } from './ActColumn';
import { CaseHead } from './CaseHead';
import { DocumentsColumn } from './DocumentsColumn';
import { TraceColumn } from './TraceColumn';
import { useColumnKeys } from './use-column-keys';

/** The case workspace: head, documents, trace and act panel. Columns become a drawer and then one page as the window gets narrower. */
export function CasePage(): ReactNode {
  const { caseId = '' } = useParams();
  const { api } = useSession();
  const found = useQuery({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => api.get<WireCase>(`/cases/${caseId}`, signal),
    refetchInterval: 60_000,
  });
  if (found.isPending) return <LoadingView rows={10} />;
  if (!found.data) return <CaseFailure error={found.error} onRetry={() => void found.refetch()} />;
  return <Workspace key={caseId} caseId={caseId} view={found.data} />;
}

function CaseFailure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }): ReactNode {
  const text = useText('case-file');
  return (
    <div className="fs-page">
      <h1>{text('case.failed')}</h1>
      <ErrorView error={error} onRetry={asApiError(error).status === 404 ? undefined : onRetry} />
    </div>
  );
}

function Workspace({ caseId, view }: { readonly caseId: string; readonly view: WireCase }): ReactNode {
  const text = useText('case-file');
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const hasThreeColumns = !useIsNarrow(1180);
  const isPhone = useIsNarrow(700);
  const [documentsOpen, setDocumentsOpen] = useState(false);
  useColumnKeys();
  useWholePrint();
  const onChanged = useCallback(() => void queries.invalidateQueries({ queryKey: ['case', caseId] }), [queries, caseId]);

  const documents = <DocumentsColumn key="documents" caseId={caseId} view={view} />;
  const trace = <TraceColumn key="trace" caseId={caseId} view={view} />;
  const act = <ActColumn key="act" view={view} wantedTaskId={search.get('task') ?? undefined} onChanged={onChanged} />;
  const columns = isPhone ? [act, trace, documents] : hasThreeColumns ? [documents, trace, act] : [trace, act];
  const openDocuments =
    hasThreeColumns || isPhone ? undefined : <Button onClick={() => setDocumentsOpen(true)}>{text('case.openDocuments')}</Button>;
  return (
    <div className={`fs-case ${hasThreeColumns ? 'fs-case-three' : isPhone ? 'fs-case-one' : 'fs-case-two'}`}>
      <CaseHead view={view} onChanged={onChanged} actions={openDocuments} />
      <div className="fs-case-columns">{columns}</div>
      <Drawer
        open={documentsOpen && openDocuments !== undefined}
        onClose={() => setDocumentsOpen(false)}
        title={text('case.documents')}
        size={420}
      >
        {documents}
      </Drawer>
    </div>
  );
}
