import { type ReactNode, Suspense, useState } from 'react';
import { type CasePartProps, LoadingView, usePart, useText } from '@fashen/ui';
import { RunningDiagram } from './RunningDiagram';

/** How the case got here: running diagram, what was filled in, terms, why it must be reviewed, opinions, record. Diagram and record point at each other. */
export function TraceColumn(props: CasePartProps): ReactNode {
  const text = useText('case-file');
  const Record = usePart('caseRecord');
  const Content = usePart('caseContent');
  const [nodeId, setNodeId] = useState<string>();
  return (
    <div className="fs-column fs-trace-column" data-column="2" tabIndex={-1} role="group" aria-label={text('case.trace')}>
      <div className="fs-paper">
        <RunningDiagram {...props} selectedNodeId={nodeId} onSelectNode={setNodeId} />
      </div>
      {Content ? (
        <div className="fs-paper">
          <Suspense fallback={<LoadingView />}>
            <Content caseId={props.caseId} revision={props.view.instance.revision} />
          </Suspense>
        </div>
      ) : null}
      <Part {...props} name="caseClocks" />
      <Part {...props} name="caseBasis" />
      <Part {...props} name="caseOpinions" />
      <Part {...props} name="caseReaders" isOnPaper />
      {Record ? (
        <div className="fs-paper">
          <Suspense fallback={<LoadingView />}>
            <Record {...props} selectedNodeId={nodeId} onSelectNode={setNodeId} />
          </Suspense>
        </div>
      ) : null}
    </div>
  );
}

interface PartProps extends CasePartProps {
  readonly name: 'caseClocks' | 'caseBasis' | 'caseOpinions' | 'caseReaders';
  /** The part brings no paper of its own. */
  readonly isOnPaper?: boolean;
}

function Part({ name, isOnPaper, caseId, view }: PartProps): ReactNode {
  const Drawn = usePart(name);
  if (!Drawn) return null;
  const part = (
    <Suspense fallback={<LoadingView />}>
      <Drawn caseId={caseId} view={view} />
    </Suspense>
  );
  return isOnPaper ? <div className="fs-paper">{part}</div> : part;
}
