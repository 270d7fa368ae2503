import '../processes.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { ErrorView, lazyComponent, LoadingView, PageHead, useIsNarrow, usePermission, useSession, useText } from '@fashen/ui';
import { findDraft, isDraftOpen, readProcess, readVersionXml, startOf, useProcess, type WireProcessDetail } from '../requests';
import { TryOutButton } from '../try-out/TryOutButton';
import { ProcessEditor } from './ProcessEditor';
import { useChoices } from './use-choices';

const ProcessDiagram = lazyComponent(async () => (await import('@fashen/modeler/viewer')).ProcessDiagram);

/** The modeler for one process. On a narrow screen the drawing is shown and a sentence says where to edit. */
export function EditProcessPage(): ReactNode {
  const { processKey = '' } = useParams();
  const isNarrow = useIsNarrow(900);
  const mayEdit = usePermission('process.edit');
  const process = useProcess(processKey);
  const start = useStart(process.data);
  const choices = useChoices();
  const failed = process.error ?? start.error ?? choices.error;
  if (failed) return <ErrorView error={failed} onRetry={() => location.reload()} />;
  if (!process.data || !start.data || !choices.data) return <LoadingView rows={8} />;
  if (isNarrow || !mayEdit) return <ReadOnly process={process.data} xml={start.data.xml} isNarrow={isNarrow} />;
  return <ProcessEditor key={processKey} process={process.data} start={start.data} choices={choices.data} />;
}

/** What the editor begins with. */
export interface EditStart {
  readonly xml: string;
  /** Of the stored draft; 0 when there is none. */
  readonly revision: number;
}

/** The draft when something in it is not published, else the latest version. Read once, so that nothing changes under the person who draws. */
function useStart(process: WireProcessDetail | undefined): { readonly data?: EditStart; readonly error: unknown } {
  const { api } = useSession();
  return useQuery({
    queryKey: ['process-edit-start', process?.key],
    enabled: process !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    queryFn: async ({ signal }): Promise<EditStart> => {
      if (!process) throw new Error('no process');
      const now = await readProcess(api, process.key, signal);
      const draft = now.draft ? await findDraft(api, process.key, signal) : undefined;
      const latest = now.latest;
      if (draft && (isDraftOpen(now) || !latest)) return { xml: draft.xml, revision: draft.revision };
      if (!latest) throw new Error('no drawing');
      return { xml: await readVersionXml(api, latest.id, signal), revision: draft?.revision ?? 0 };
    },
  });
}

function ReadOnly(props: { readonly process: WireProcessDetail; readonly xml: string; readonly isNarrow: boolean }): ReactNode {
  const text = useText('processes');
  const { process } = props;
  return (
    <div className="fs-page">
      <PageHead title={process.name} note={<Link to={`/processes/${process.key}`}>{text('backToProcess')}</Link>} />
      <p className="fs-notice fs-process-notice">{text(props.isNarrow ? 'edit.narrow' : 'edit.notAllowed')}</p>
      <TryOutButton name={process.name} read={() => Promise.resolve(props.xml)} />
      <div className="fs-paper fs-version-drawing">
        <Suspense fallback={<LoadingView rows={6} />}>
          <ProcessDiagram xml={props.xml} startAt={startOf(props.xml)} label={process.name} />
        </Suspense>
      </div>
    </div>
  );
}
