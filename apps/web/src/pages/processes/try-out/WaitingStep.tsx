import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { JsonObject, TryOutAct } from '@fashen/plugin-api';
import { momentText, readClock, useText } from '@fashen/ui';
import { DataFields } from './DataFields';
import { fieldsOf, readFields } from './data-fields.rules';
import type { WireTryOutWait } from './use-try-out';

/** One thing the tried case waits for, with the buttons that let it happen. */
export function WaitingStep(props: {
  readonly wait: WireTryOutWait;
  readonly isBusy: boolean;
  readonly onAct: (act: TryOutAct) => void;
  readonly onShow: () => void;
}): ReactNode {
  const text = useText('processes');
  const { wait, isBusy, onAct } = props;
  const { nodeId, at, kind, proposal } = wait;
  const [fields, setFields] = useState(fieldsOf(proposal?.output));
  const [isWriting, setIsWriting] = useState(proposal !== undefined);
  const read = readFields(fields);
  const output: JsonObject | undefined = isWriting ? read.data : {};
  const happen = (): void => {
    if (kind === 'timer') return onAct({ kind, nodeId, at });
    if (output) onAct({ kind: kind === 'message' ? 'message' : 'complete', nodeId, at, output });
  };
  return (
    <li className="fs-try-out-step">
      <button type="button" className="fs-link fs-try-out-name" onClick={props.onShow}>
        {nameOf(wait)}
      </button>
      <StepWords wait={wait} />
      {isWriting ? <DataFields fields={fields} read={read} onChange={setFields} /> : null}
      <div className="fs-try-out-acts">
        <Button type="primary" disabled={isBusy || (kind !== 'timer' && !output)} onClick={happen}>
          {text(`tryOut.act.${kind}`)}
        </Button>
        {kind === 'timer' ? null : (
          <Button aria-expanded={isWriting} onClick={() => setIsWriting(!isWriting)}>
            {text(isWriting ? 'tryOut.withoutData' : 'tryOut.withData')}
          </Button>
        )}
        {wait.errorCodes.map((code) => (
          <Button key={code} danger disabled={isBusy} onClick={() => onAct({ kind: 'bpmnError', nodeId, at, code })}>
            {text('tryOut.act.error', { code })}
          </Button>
        ))}
      </div>
    </li>
  );
}

/** Name of a step; items of multi-instance steps with their number. */
export function nameOf({ name, nodeId, index }: WireTryOutWait): string {
  return `${name || nodeId}${index === undefined ? '' : ` #${index + 1}`}`;
}

function StepWords({ wait }: { readonly wait: WireTryOutWait }): ReactNode {
  const text = useText('processes');
  const { kind, dueAt, messageName, calledElement, proposal, conditions } = wait;
  return (
    <div className="fs-secondary">
      <span>{text(`tryOut.kind.${kind}`)}</span>
      {dueAt ? <span> · {text('tryOut.due', { at: momentText(dueAt, readClock()) })}</span> : null}
      {messageName ? <span> · {messageName}</span> : null}
      {calledElement ? <p>{text('tryOut.called', { key: calledElement })}</p> : null}
      {conditions.length > 0 ? <Conditions texts={conditions} /> : null}
      {proposal?.output ? <p>{text('tryOut.proposed')}</p> : null}
      {proposal?.refusal ? <p>{text('tryOut.unanswered', { why: proposal.refusal })}</p> : null}
    </div>
  );
}

/** What is asked behind the step, so that a person knows which data to write. */
function Conditions({ texts }: { readonly texts: readonly string[] }): ReactNode {
  const text = useText('processes');
  return (
    <details>
      <summary>{text('tryOut.conditions')}</summary>
      <ul className="fs-try-out-conditions">
        {texts.map((condition) => (
          <li key={condition}>
            <code>{condition}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
