import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import { nameOf } from './WaitingStep';
import type { WireTryOut } from './use-try-out';

/** Whether bpmn-engine, running on its own, came to the same; and if not, where and why. */
export function AgreementLine({ result }: { readonly result: WireTryOut }): ReactNode {
  const text = useText('processes');
  const { agreement } = result;
  if (agreement.kind === 'same') return <p className="fs-try-out-agreed">✓ {text('tryOut.same')}</p>;
  const because = agreement.because.map((one) => ({ reason: one.reason, element: one.elementId ?? '' }));
  return (
    <div className="fs-try-out-differs">
      <p>
        <span aria-hidden="true">≠ </span>
        {agreement.kind === 'unchecked'
          ? text('tryOut.unchecked')
          : text('tryOut.different', gapsOf(result, agreement, text('tryOut.nothing')))}
      </p>
      <ul>
        {because.map(({ reason, element }) => (
          <li key={`${reason} ${element}`}>{text(`tryOut.reason.${reason}`, { element })}</li>
        ))}
        {because.length === 0 ? <li>{text('tryOut.reason.unknown')}</li> : null}
      </ul>
    </div>
  );
}

function gapsOf(
  { waiting }: WireTryOut,
  { ours, theirs, afterAct }: Extract<WireTryOut['agreement'], { kind: 'different' }>,
  nothing: string,
): Record<string, unknown> {
  const names = new Map(waiting.map((wait) => [wait.index === undefined ? wait.nodeId : `${wait.nodeId}[${wait.index}]`, nameOf(wait)]));
  const listOf = (labels: readonly string[]): string => labels.map((label) => names.get(label) ?? label).join(' · ') || nothing;
  return { n: afterAct, ours: listOf(ours), theirs: listOf(theirs) };
}
