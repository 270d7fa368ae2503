import type { ReactNode } from 'react';
import { type Text, useText } from '@fashen/ui';
import type { WireTryOut } from './use-try-out';

/** Whether bpmn-engine, running on its own, came to the same; and if not, where and why. */
export function AgreementLine({ result }: { readonly result: WireTryOut }): ReactNode {
  const text = useText('processes');
  const { agreement } = result;
  if (agreement.kind === 'same') return <p className="fs-try-out-agreed">✓ {text('tryOut.same')}</p>;
  const because = agreement.because.map(({ reason, elementId = '' }) => ({ reason, element: result.names[elementId] ?? elementId }));
  return (
    <div className="fs-try-out-differs">
      <p>
        <span aria-hidden="true">≠ </span>
        {agreement.kind === 'unchecked' ? text('tryOut.unchecked') : text('tryOut.different', gapsOf(result.names, agreement, text))}
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
  names: WireTryOut['names'],
  { ours, theirs, afterAct }: Extract<WireTryOut['agreement'], { kind: 'different' }>,
  text: Text,
): Record<string, unknown> {
  const nameOf = (label: string): string => {
    const [, id = label, index] = /^(.*?)(?:\[(\d+)\])?$/.exec(label) ?? [];
    return `${names[id] ?? id}${index === undefined ? '' : ` #${Number(index) + 1}`}`;
  };
  const listOf = (labels: readonly string[]): string => labels.map(nameOf).join(text('tryOut.and')) || text('tryOut.nothing');
  const when = afterAct === 0 ? text('tryOut.atStart') : text('tryOut.afterAct', { n: afterAct });
  return { when, ours: listOf(ours), theirs: listOf(theirs) };
}
