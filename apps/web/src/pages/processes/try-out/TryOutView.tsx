import './try-out.css';
import { Button, Modal } from 'antd';
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { DiagramHandle, NodeMark, PaintedRun } from '@fashen/modeler/viewer';
import { ErrorView, lazyComponent, LoadingView, SubmitFailure, useText } from '@fashen/ui';
import { AgreementLine } from './AgreementLine';
import { DataFields } from './DataFields';
import { fieldsOf, readFields } from './data-fields.rules';
import { type RunningTryOut, useTryOut, type WireTryOut } from './use-try-out';
import { nameOf, WaitingStep } from './WaitingStep';

const ProcessDiagram = lazyComponent(async () => (await import('@fashen/modeler/viewer')).ProcessDiagram);

/** A drawing played through by hand: the way so far on the diagram, and what waits now. Nothing of it is kept. */
export function TryOutView(props: { readonly xml: string; readonly name: string; readonly onClose: () => void }): ReactNode {
  const text = useText('processes');
  const { xml, name, onClose } = props;
  const tryOut = useTryOut(xml);
  const handle = useRef<DiagramHandle>(null);
  const { result, failure, isRunning } = tryOut;
  return (
    <Modal
      open
      title={text('tryOut.title', { name })}
      footer={null}
      width="100%"
      className="fs-try-out"
      onCancel={onClose}
      maskClosable={false}
    >
      {result ? (
        <div className="fs-try-out-body">
          <TriedDiagram xml={xml} name={name} result={result} handle={handle} />
          <section className="fs-try-out-side" aria-label={text('tryOut.side')} aria-busy={isRunning}>
            <TryOutState result={result} />
            <SubmitFailure error={failure} />
            <ul className="fs-try-out-steps">
              {result.waiting.map((wait) => (
                <WaitingStep
                  key={`${tryOut.acts.length} ${wait.nodeId} ${wait.at}`}
                  wait={wait}
                  isBusy={isRunning}
                  onAct={(act) => tryOut.act({ act, name: nameOf(wait) })}
                  onShow={() => handle.current?.follow(wait.nodeId)}
                />
              ))}
            </ul>
            <DoneActs tryOut={tryOut} />
            <CaseData tryOut={tryOut} data={result.data} />
          </section>
        </div>
      ) : (
        <>{failure ? <ErrorView error={failure} /> : <LoadingView rows={8} />}</>
      )}
    </Modal>
  );
}

function TryOutState({ result }: { readonly result: WireTryOut }): ReactNode {
  const text = useText('processes');
  const { ended, waiting } = result;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [result]);
  const gaps = { end: ended?.name ?? ended?.nodeId ?? '', code: ended?.errorCode ?? '', n: waiting.length };
  return (
    <div role="status">
      <h2 ref={heading} tabIndex={-1}>
        {text(ended ? `tryOut.ended.${ended.status}` : 'tryOut.waiting', gaps)}
      </h2>
      <AgreementLine result={result} />
    </div>
  );
}

function TriedDiagram(props: {
  readonly xml: string;
  readonly name: string;
  readonly result: WireTryOut;
  readonly handle: { current: DiagramHandle | null };
}): ReactNode {
  const text = useText('processes');
  const { xml, name, result, handle } = props;
  const [failure, setFailure] = useState<unknown>();
  const current = result.waiting[0]?.nodeId ?? result.ended?.nodeId;
  const run = useMemo((): PaintedRun => {
    const marks = marksOf(result);
    const badgeText = ({ state, rounds }: NodeMark): string | undefined => {
      const round = rounds > 1 ? ` ×${rounds}` : '';
      return state === 'now' ? `▶ ${text('tryOut.now')}${round}` : `✓${round}`;
    };
    return { marks, flows: result.trail.flows, badgeText };
  }, [result, text]);
  useEffect(() => {
    if (current) handle.current?.follow(current);
  }, [current, handle]);
  return (
    <div className="fs-try-out-diagram">
      {failure ? (
        <ErrorView error={failure} />
      ) : (
        <Suspense fallback={<LoadingView rows={6} />}>
          <ProcessDiagram xml={xml} run={run} startAt={current} label={name} handle={handle} onFailure={setFailure} />
        </Suspense>
      )}
      <Button size="small" className="fs-try-out-fit" onClick={() => handle.current?.fitAll()}>
        {text('fit')}
      </Button>
    </div>
  );
}

function marksOf({ trail, waiting }: WireTryOut): ReadonlyMap<string, NodeMark> {
  const open = new Set(waiting.map(({ nodeId }) => nodeId));
  const reached = [...new Set([...Object.keys(trail.nodes), ...open])];
  return new Map(reached.map((id) => [id, { state: open.has(id) ? 'now' : 'done', rounds: trail.nodes[id] ?? 1 }]));
}

function DoneActs({ tryOut }: { readonly tryOut: RunningTryOut }): ReactNode {
  const text = useText('processes');
  const { acts, isRunning } = tryOut;
  return (
    <section>
      <h3>{text('tryOut.done', { n: acts.length })}</h3>
      <ol className="fs-try-out-done">
        {acts.map(({ act, name }, at) => (
          <li key={at}>
            {name}：{text(`tryOut.did.${act.kind}`)}
          </li>
        ))}
      </ol>
      <div className="fs-try-out-acts">
        <Button disabled={isRunning || acts.length === 0} onClick={tryOut.undo}>
          {text('tryOut.undo')}
        </Button>
        <Button disabled={isRunning || acts.length === 0} onClick={() => tryOut.restart(tryOut.data)}>
          {text('tryOut.restart')}
        </Button>
      </div>
    </section>
  );
}

function CaseData({ tryOut, data }: { readonly tryOut: RunningTryOut; readonly data: WireTryOut['data'] }): ReactNode {
  const text = useText('processes');
  const [fields, setFields] = useState(fieldsOf(tryOut.data));
  const read = readFields(fields);
  return (
    <section>
      <h3>{text('tryOut.data')}</h3>
      <pre className="fs-try-out-data">{JSON.stringify(data, undefined, 2)}</pre>
      <details>
        <summary>{text('tryOut.startData')}</summary>
        <DataFields fields={fields} read={read} onChange={setFields} />
        <Button disabled={tryOut.isRunning || !read.data} onClick={() => (read.data ? tryOut.restart(read.data) : undefined)}>
          {text('tryOut.restartWith')}
        </Button>
      </details>
    </section>
  );
}
