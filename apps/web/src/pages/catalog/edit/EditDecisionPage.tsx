import '../../processes/processes.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { ErrorView, LoadingView, PageHead, useIsNarrow, usePermission, useSession, useText } from '@fashen/ui';
import { DecisionTables } from '../DecisionTables';
import { type DecisionView, findDecisionDraft, readDecision, useDecision } from '../requests';
import { DecisionEditorView } from './DecisionEditorView';

/** What the editor begins with. */
export interface DecisionStart {
  readonly xml: string;
  /** Of the stored draft; 0 when there is none. */
  readonly revision: number;
}

/** The editor for one decision. On a narrow screen the table is shown and a sentence says where to edit. */
export function EditDecisionPage(): ReactNode {
  const { decisionKey = '' } = useParams();
  const text = useText('catalog');
  const isNarrow = useIsNarrow(900);
  const mayEdit = usePermission('rule.edit');
  const decision = useDecision(decisionKey);
  const start = useStart(decision.data, mayEdit);
  const failed = decision.error ?? start.error;
  if (failed) return <ErrorView error={failed} onRetry={() => location.reload()} />;
  if (!decision.data) return <LoadingView rows={8} />;
  if (isNarrow || !mayEdit) {
    return (
      <div className="fs-page">
        <PageHead title={decision.data.name} note={<Link to={`/catalog/${decisionKey}`}>{text('backToDecision')}</Link>} />
        <p className="fs-notice fs-process-notice">{text(isNarrow ? 'edit.narrow' : 'edit.notAllowed')}</p>
        <DecisionTables decision={decision.data} />
      </div>
    );
  }
  if (!start.data) return <LoadingView rows={8} />;
  return <DecisionEditorView key={decisionKey} decision={decision.data} start={start.data} />;
}

/** The draft when it is newer than what is published, else the published version. Read once. */
function useStart(decision: DecisionView | undefined, mayEdit: boolean): { readonly data?: DecisionStart; readonly error: unknown } {
  const { api } = useSession();
  return useQuery({
    queryKey: ['decision-edit-start', decision?.key],
    enabled: decision !== undefined && mayEdit,
    staleTime: Infinity,
    gcTime: 0,
    queryFn: async ({ signal }): Promise<DecisionStart> => {
      if (!decision) throw new Error('no decision');
      const latest = await readDecision(api, decision.key, signal);
      const draft = latest.draftRevision ? await findDecisionDraft(api, decision.key, signal) : undefined;
      const isNewer = draft !== undefined && draft.updatedAt > latest.publishedAt;
      return { xml: isNewer ? draft.xml : latest.xml, revision: draft?.revision ?? 0 };
    },
  });
}
