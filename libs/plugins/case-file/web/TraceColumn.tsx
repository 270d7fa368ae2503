import { type ReactNode, Suspense, useState } from 'react';
import { type CasePartProps, LoadingView, usePart, useText } from '@fashen/ui';
import { RunningDiagram } from './RunningDiagram';

/** How the case got here: running diagram, why it must be reviewed, record. Diagram and record point at each other. */
export function TraceColumn(props: CasePartProps): ReactNode {
  const text = useText('case-file');
  const Record = usePart('caseRecord');
  const Basis = usePart('caseBasis');
  const Readers = usePart('caseReaders');
  const Clocks = usePart('caseClocks');
  const [nodeId, setNodeId] = useState<string>();
  return (
    <div className="fs-column fs-trace-column" data-column="2" tabIndex={-1} role="group" aria-label={text('case.trace')}>
      <div className="fs-paper">
        <RunningDiagram {...props} selectedNodeId={nodeId} onSelectNode={setNodeId} />
      </div>
      {Clocks ? (
        <Suspense fallback={<LoadingView />}>
          <Clocks {...props} />
        </Suspense>
      ) : null}
      {Basis ? (
        <Suspense fallback={<LoadingView />}>
          <Basis {...props} />
        </Suspense>
      ) : null}
      {Readers ? (
        <div className="fs-paper">
          <Suspense fallback={<LoadingView />}>
            <Readers caseId={props.caseId} view={props.view} />
          </Suspense>
        </div>
      ) : null}
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
